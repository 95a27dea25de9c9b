package dev.clientele.persistence.tck;

import java.util.List;

/** Sample texts on which databases differ. */
final class SampleTexts {

    /** Awkward texts, each of at most 4,000 code points; none has NUL or an unpaired surrogate. */
    static final List<String> AWKWARD = List.of(
            "",
            " ",
            "  leading and trailing  ",
            "trailing newline\n",
            "\r\n\t\u0001\u001F\u007F\u0085\u2028",
            "quote ' double \" backslash \\ percent % under _ star * semicolon ; -- /* */ ${x} :x ?",
            "\u00E9 composed, e\u0301 decomposed",
            "\u0130I\u0131i\u00DF\u1E9E\uFB01",
            "\uD83D\uDE00\uD83D\uDC69\u200D\uD83D\uDCBB",
            "\uFEFFmark \uFFFD \uFFFE\uFFFF \uDBFF\uDFFF",
            "\u05E9\u05DC\u05D5\u05DD \u202Ereversed\u202C",
            "null",
            "[\"json\", {\"a\": 1}]",
            "0123",
            "1e5",
            "true",
            "2026-03-01");

    /** Texts in ascending order by code point, which is neither the order of UTF-16 units nor that of any locale. */
    static final List<String> ASCENDING = List.of(
            "",
            " ",
            "!",
            "0",
            "10",
            "2",
            "A",
            "B",
            "Z",
            "_",
            "a",
            "aa",
            "ab",
            "a\u00E9",
            "b",
            "z",
            "\u00C4",
            "\u00E9",
            "\u00E9e",
            "\u0131",
            "\u0416",
            "\u4E2D",
            "\uE000",
            "\uFB01",
            "\uFFFD",
            "\uD800\uDC00",
            "\uD83D\uDE00",
            "\uD83D\uDE00a",
            "\uDBFF\uDFFF");

    private SampleTexts() {}
}
