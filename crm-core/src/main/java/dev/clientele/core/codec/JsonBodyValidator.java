package dev.clientele.core.codec;

import dev.clientele.core.error.Violation;
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
        List<Violation> violations = new ArrayList<>();
        collectViolations(json, "", 1, violations);
        return violations;
    }

    private static boolean isUnpaired(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static void collectViolations(@Nullable Object json, String path, int depth, List<Violation> into) {
        if (depth > MAX_DEPTH) {
            into.add(new Violation("", "nests deeper than " + MAX_DEPTH));
        } else if (json instanceof String text) {
            if (text.indexOf('\0') >= 0) {
                into.add(new Violation(path, "must not contain NUL"));
            } else if (text.codePoints().anyMatch(JsonBodyValidator::isUnpaired)) {
                into.add(new Violation(path, "must not contain an unpaired surrogate"));
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
