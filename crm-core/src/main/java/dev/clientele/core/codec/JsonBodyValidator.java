package dev.clientele.core.codec;

import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Searches plain JSON data for what can't be stored: text with NUL or half a surrogate pair, and depth beyond 100. */
final class JsonBodyValidator {

    private static final int MAX_DEPTH = 100;

    private JsonBodyValidator() {}

    /** Finds all of it, by path. */
    static List<Violation> validate(Object json) {
        if (isStorable(json, 1)) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        collectViolations(json, "", 1, violations);
        return violations;
    }

    /** Tells whether there is nothing to find, which nearly always is all that has to be known. */
    private static boolean isStorable(@Nullable Object json, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        } else if (json instanceof String text) {
            return problem(text) == null;
        } else if (json instanceof List<?> list) {
            for (Object element : list) {
                if (!isStorable(element, depth + 1)) {
                    return false;
                }
            }
        } else if (json instanceof Map<?, ?> map) {
            for (Object value : map.values()) {
                if (!isStorable(value, depth + 1)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static @Nullable String problem(String text) {
        if (text.indexOf('\0') >= 0) {
            return "must not contain NUL";
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean paired = Character.isHighSurrogate(text.charAt(i))
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(++i));
                if (!paired) {
                    return "must not contain an unpaired surrogate";
                }
            }
        }
        return null;
    }

    private static void collectViolations(@Nullable Object json, String path, int depth, List<Violation> into) {
        if (depth > MAX_DEPTH) {
            into.add(
                    new Violation("", ViolationCode.TOO_MANY, "nests deeper than " + MAX_DEPTH).with("max", MAX_DEPTH));
        } else if (json instanceof String text) {
            String problem = problem(text);
            if (problem != null) {
                into.add(new Violation(path, ViolationCode.CHARACTER, problem));
            }
        } else if (json instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collectViolations(list.get(i), path + "[" + i + "]", depth + 1, into);
            }
        } else if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> collectViolations(value, path + "." + name, depth + 1, into));
        }
    }
}
