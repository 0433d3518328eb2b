package io.keyholder.web.csv;

import java.util.regex.Pattern;

/**
 * Texts of a CSV file that no spreadsheet takes for a formula. A text can begin a cell in more places than one: where the
 * reader separates by another character than we do, or does not mind quotes, a name such as {@code x;=cmd|…} falls apart,
 * and what follows the semicolon is a cell of its own.
 *
 * <p>So an apostrophe goes before every part of a text that might be a cell and begins like a formula, spaces, controls,
 * invisible characters and quotes before that left aside. {@link #unguard} takes exactly these away again: for every text,
 * {@code unguard(guard(text))} is the text.
 */
public final class SafeCells {
    /** What may end a cell: the separators in use, and the ends of lines. */
    private static final String ENDS = ";,\\t|\\n\\r\\x0B\\f\\x85\\u2028\\u2029";

    /** What a reader may drop from a cell's beginning. */
    private static final String DROPPED = "[\\s\\p{Z}\\p{Cc}\\p{Cf}\"&&[^" + ENDS + "]]";

    /** What begins a formula, in all widths, and white space that hides one from who looks at the first character. */
    private static final String FORMULA = "[=+\\-@\\t\\r"
            + "\\uFF1D\\uFF0B\\uFF0D\\uFF20"
            + "\\uFE66\\uFE62\\uFE63\\uFE6B"
            + "\\u2212\\u207A\\u207B\\u207C\\u208A\\u208B\\u208C]";

    private static final String CELL = "(?:\\A|(?<=[" + ENDS + "]))";

    /** Apostrophes that stand there already are part of the text: one more is told from none. */
    private static final String ACTIVE = "(?='*+" + DROPPED + "*+" + FORMULA + ")";

    private static final Pattern TO_BE_GUARDED = Pattern.compile(CELL + ACTIVE);
    private static final Pattern GUARDED = Pattern.compile(CELL + "'" + ACTIVE);

    private SafeCells() {}

    /** The text as it is written into a cell. */
    public static String guard(String text) {
        return TO_BE_GUARDED.matcher(text).replaceAll("'");
    }

    /** The text that was {@link #guard guarded}; of one that was not, only what looks guarded is changed. */
    public static String unguard(String cell) {
        return GUARDED.matcher(cell).replaceAll("");
    }
}
