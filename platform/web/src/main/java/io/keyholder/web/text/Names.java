package io.keyholder.web.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;

/**
 * Names and other texts that people write and read: which may be taken, how they are stored, and by what they are compared.
 * Ids are not among them: they are taken as they are.
 */
public final class Names {
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 FOLDING = Normalizer2.getNFKCCasefoldInstance();

    private Names() {}

    /** As a text is stored: NFC, without white space at its ends, each line break one line feed. */
    public static String normal(String text) {
        return NFC.normalize(trimmed(text.replace("\r\n", "\n").replace('\r', '\n')));
    }

    /**
     * What two names that nobody should have to tell apart have in common: NFKC, Unicode case folding, nothing that cannot be
     * seen, and one space between words. Lists are ordered by it, searches look in it, and names are unique by it. It is never
     * shown.
     */
    public static String key(String name) {
        StringBuilder key = new StringBuilder();
        boolean gap = false;
        String folded = FOLDING.normalize(name);
        for (int at = 0; at < folded.length(); at += Character.charCount(folded.codePointAt(at))) {
            int character = folded.codePointAt(at);
            if (UCharacter.isUWhiteSpace(character)) {
                gap = !key.isEmpty();
            } else {
                key.append(gap ? " " : "").appendCodePoint(character);
                gap = false;
            }
        }
        return key.toString();
    }

    /** How many characters a text has: code points, not the units of any encoding. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether something of it can be seen. */
    static boolean isVisible(String text) {
        return text.codePoints().anyMatch(Characters::isVisible);
    }

    /** Whether every character may stand where it does. */
    static boolean isPlain(String text, boolean severalLines) {
        int[] characters = text.codePoints().toArray();
        for (int at = 0; at < characters.length; at++) {
            boolean taken = Characters.isJoiner(characters[at])
                    ? Characters.joins(characters, at)
                    : Characters.isPlain(characters[at], severalLines);
            if (!taken) {
                return false;
            }
        }
        return true;
    }

    private static String trimmed(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && UCharacter.isUWhiteSpace(text.codePointAt(begin))) {
            begin += Character.charCount(text.codePointAt(begin));
        }
        while (begin < end && UCharacter.isUWhiteSpace(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(begin, end);
    }

    /** What is asked of single characters. */
    private static final class Characters {
        private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
        private static final int ZERO_WIDTH_JOINER = 0x200D;
        private static final int EMOJI_FORM = 0xFE0F;
        private static final int BLANK_BRAILLE = 0x2800;
        private static final int VIRAMA = 9;

        static boolean isPlain(int character, boolean severalLines) {
            if (severalLines && (character == '\n' || character == '\t')) {
                return true;
            }
            return switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> false;
                default -> !UCharacter.hasBinaryProperty(character, UProperty.NONCHARACTER_CODE_POINT);
            };
        }

        static boolean isVisible(int character) {
            return switch (Character.getType(character)) {
                case Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.COMBINING_SPACING_MARK,
                        Character.CONTROL,
                        Character.FORMAT -> false;
                default ->
                    character != BLANK_BRAILLE
                            && !UCharacter.isUWhiteSpace(character)
                            && !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
            };
        }

        static boolean isJoiner(int character) {
            return character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
        }

        /** Within a word or an emoji; or after a virama, where some scripts end a word with a joiner. */
        static boolean joins(int[] text, int at) {
            if (at == 0) {
                return false;
            }
            int before = text[at - 1];
            if (UCharacter.getCombiningClass(before) == VIRAMA) {
                return true;
            }
            if (at == text.length - 1) {
                return false;
            }
            int after = text[at + 1];
            return (isOfAWord(before) && isOfAWord(after)) || (endsEmoji(before) && isEmoji(after));
        }

        private static boolean isOfAWord(int character) {
            return Character.isLetter(character) || isMark(character);
        }

        private static boolean isMark(int character) {
            return character != EMOJI_FORM
                    && ((1 << Character.getType(character))
                                    & (1 << Character.NON_SPACING_MARK | 1 << Character.COMBINING_SPACING_MARK))
                            != 0;
        }

        private static boolean endsEmoji(int character) {
            return character == EMOJI_FORM
                    || UCharacter.hasBinaryProperty(character, UProperty.EMOJI_MODIFIER)
                    || isEmoji(character);
        }

        private static boolean isEmoji(int character) {
            return UCharacter.hasBinaryProperty(character, UProperty.EXTENDED_PICTOGRAPHIC);
        }
    }
}
