package io.keyholder.web.text;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A domain, however it was written: in either case, with a dot at its end, in Unicode or as {@code xn--…} (UTS 46, not
 * transitional). All are one name, which is what is stored, compared and answered.
 *
 * @param name in lower case and ASCII, as the DNS has it: labels of 63 characters at most, 253 in all
 */
public record Domain(String name) {
    /** What a text has to be, in words for a caller. */
    public static final String RULE = "must be a domain name of two labels at least, such as meridian.example";

    private static final int LONGEST = 253;
    private static final int SHORTEST_TOP = 2;
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** Hosts have such names, whatever IDNA reserved them for. */
    private static final Set<IDNA.Error> HARMLESS = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    /** @return empty when the text is no domain: malformed, a single label, or an address */
    public static Optional<Domain> parse(String text) {
        if (text.length() > LONGEST + 1) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        String ascii = UTS46.nameToASCII(text, new StringBuilder(), info).toString();
        if (!HARMLESS.containsAll(info.getErrors())) {
            return Optional.empty();
        }
        String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        return isBelowATop(name) ? Optional.of(new Domain(name)) : Optional.empty();
    }

    /** A top-level domain begins with a letter; the last part of an address with a digit. */
    private static boolean isBelowATop(String name) {
        int dot = name.lastIndexOf('.');
        String top = name.substring(dot + 1);
        return dot > 0 && name.length() <= LONGEST && top.length() >= SHORTEST_TOP && !Character.isDigit(top.charAt(0));
    }

    /** In Unicode, for people to read and to search in. */
    public String readable() {
        return UTS46.nameToUnicode(name, new StringBuilder(), new IDNA.Info()).toString();
    }
}
