package dev.clientele.b2b.exchange.vcard;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Division of a text into its cards, so that one which can't be read or never ends doesn't take the next: read as one stream, a
 * card without an end takes all that follow for parts of itself.
 */
final class CardSplitter {

    /** Begins a card, unless the card is the value of the property before it (AGENT, in 2.1). */
    private static final Pattern BEGIN =
            Pattern.compile("(?im)(?<!AGENT:[ \\t\\r\\n]{0,3})^(?=\\uFEFF?BEGIN[ \\t]*:[ \\t]*VCARD[ \\t]*\\r?$)");

    private static final Pattern ANY_BEGIN = Pattern.compile("(?im)^BEGIN[ \\t]*:[ \\t]*VCARD[ \\t]*\\r?$");
    private static final Pattern ANY_END = Pattern.compile("(?im)^END[ \\t]*:[ \\t]*VCARD[ \\t]*\\r?$");

    /** Name and parameters of a property; a line after one that ends in = may be more of a quoted-printable value. */
    private static final Pattern HEAD =
            Pattern.compile("(?m)(?<!=\\r?\\n)^[\\p{Alnum}.-]++(?:;(?:\"[^\"\\r\\n]*+\"|[^\":\\r\\n]++){0,100}+)?+:");

    /** The property of RFC 9554, which means the same as the older one of phones. */
    private static final Pattern SOCIAL = Pattern.compile("(?<=^|\\.)SOCIALPROFILE(?=[;:])");

    private CardSplitter() {}

    /** Returns the text of each card, from its first line to all that stands before the next. */
    static Stream<String> split(String text) {
        return BEGIN.splitAsStream(text)
                .map(part -> part.startsWith("\uFEFF") ? part.substring(1) : part)
                .filter(part -> ANY_BEGIN.matcher(part).lookingAt());
    }

    /** Returns whether every card in the text of one has an end. */
    static boolean ends(String card) {
        return ANY_END.matcher(card).results().count()
                >= ANY_BEGIN.matcher(card).results().count();
    }

    /**
     * Returns the same card with names and parameters of properties in capitals, which mean the same: ez-vcard capitalises them
     * by the rules of the machine's locale, and a Turkish one doesn't know {@code EMAİL}.
     */
    static String capitalised(String card) {
        return HEAD.matcher(card)
                .replaceAll(head -> Matcher.quoteReplacement(
                        SOCIAL.matcher(head.group().toUpperCase(Locale.ROOT)).replaceFirst(SocialProfile.NAME)));
    }
}
