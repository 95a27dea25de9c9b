package dev.clientele.b2b.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How text stands in a card. */
final class CardText {

    private CardText() {}

    /**
     * One property.
     *
     * @param name in capitals, without its group
     * @param types the values of its TYPE parameters in small letters, and {@code pref} if it is preferred
     * @param value as it stands there
     */
    record Line(String name, List<String> types, String value) {

        boolean is(String other) {
            return name.equals(other);
        }

        /** The value without escapes. */
        String text() {
            return unescape(value);
        }

        /** The components without escapes, separated by semicolons; those beyond the end are empty. */
        String component(int place) {
            List<String> all = split(value, ';');
            return place < all.size() ? unescape(all.get(place)).strip() : "";
        }

        /** The values of a component, separated by commas. */
        List<String> values(int place) {
            List<String> all = split(value, ';');
            return place >= all.size()
                    ? List.of()
                    : split(all.get(place), ',').stream()
                            .map(CardText::unescape)
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .toList();
        }
    }

    static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Texts as components of one value; null is empty. */
    static String components(@Nullable String... texts) {
        return Arrays.stream(texts)
                .map(text -> text == null ? "" : escape(text))
                .collect(Collectors.joining(";"));
    }

    private static String unescape(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                out.append(next == 'n' || next == 'N' ? '\n' : next);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == at) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The properties of all cards in a text, unfolded. */
    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        String unfolded = text.replaceAll("\r?\n[ \t]", "");
        for (String line : unfolded.split("\r?\n", -1)) {
            int colon = colon(line);
            if (colon > 0) {
                lines.add(line(line.substring(0, colon), line.substring(colon + 1)));
            }
        }
        return lines;
    }

    /** The first colon that isn't in quotes. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static Line line(String head, String value) {
        String[] parts = head.split(";", -1);
        String name = parts[0].substring(parts[0].indexOf('.') + 1).toUpperCase(Locale.ROOT);
        List<String> types = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].toLowerCase(Locale.ROOT).replace("\"", "");
            if (parameter.startsWith("type=")) {
                types.addAll(Arrays.asList(parameter.substring("type=".length()).split(",", -1)));
            } else if (parameter.startsWith("pref=")) {
                types.add("pref");
            }
        }
        return new Line(name, types, value);
    }
}
