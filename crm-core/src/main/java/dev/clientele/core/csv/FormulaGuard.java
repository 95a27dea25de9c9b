package dev.clientele.core.csv;

import com.google.common.base.CharMatcher;

/**
 * The guard of cells that a spreadsheet would take for a formula: an apostrophe before them, which spreadsheets take for the sign of
 * a text and an import takes away again.
 *
 * <p>Numbers and telephone numbers, which begin with a sign and have no letters, are no formulas and stay as they are.
 */
final class FormulaGuard {

    private static final char APOSTROPHE = '\'';
    private static final CharMatcher ALWAYS = CharMatcher.anyOf("=@\t\r\n\uFF1D\uFF20");
    private static final CharMatcher SIGN = CharMatcher.anyOf("+-\uFF0B\uFF0D");
    private static final CharMatcher HARMLESS =
            CharMatcher.inRange('0', '9').or(CharMatcher.anyOf(" .,()/-+;\u00A0\u202F"));

    private FormulaGuard() {}

    /** Returns a text as a cell to export. */
    static String guard(String text) {
        return isFormula(CharMatcher.is(APOSTROPHE).trimLeadingFrom(text)) ? APOSTROPHE + text : text;
    }

    /** Returns the text of a cell that was exported; other cells as they are. */
    static String unguard(String cell) {
        return !cell.isEmpty()
                        && cell.charAt(0) == APOSTROPHE
                        && isFormula(CharMatcher.is(APOSTROPHE).trimLeadingFrom(cell))
                ? cell.substring(1)
                : cell;
    }

    private static boolean isFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        return ALWAYS.matches(first) || (SIGN.matches(first) && !HARMLESS.matchesAllOf(text));
    }
}
