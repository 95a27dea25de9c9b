package dev.clientele.b2b.account;

import dev.clientele.core.text.CaseFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The comparison of company names whatever their spelling and legal form. Pure. */
public final class CompanyName {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "ab",
            "ag",
            "as",
            "asa",
            "bv",
            "co",
            "company",
            "corp",
            "corporation",
            "gmbh",
            "inc",
            "incorporated",
            "kg",
            "kgaa",
            "limited",
            "llc",
            "llp",
            "lp",
            "ltd",
            "ltda",
            "mbh",
            "nv",
            "oy",
            "oyj",
            "plc",
            "pte",
            "pty",
            "sa",
            "sarl",
            "sas",
            "se",
            "spa",
            "srl",
            "the",
            "ug");

    private CompanyName() {}

    /**
     * Returns the name's match key: letters and digits folded, without legal forms. {@code The Globex Corp., Inc.} is
     * {@code globex}. Empty if the name has no letter or digit.
     */
    public static String matchKey(String name) {
        List<String> words = words(name);
        List<String> telling =
                words.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
        return String.join(" ", telling.isEmpty() ? words : telling);
    }

    /** Returns the first word of the match key, by which candidates are looked up; empty if there is none. */
    public static String firstWord(String name) {
        String key = matchKey(name);
        int space = key.indexOf(' ');
        return space < 0 ? key : key.substring(0, space);
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        String joined = CaseFolding.fold(name).replace(".", "").replace("'", "");
        for (String word : joined.split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
