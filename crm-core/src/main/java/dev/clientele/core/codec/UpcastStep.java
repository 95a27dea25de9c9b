package dev.clientele.core.codec;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A step from one version of a type to the next.
 *
 * @param upcast converts JSON data of the older version to that of the next
 * @param olderCanRead whether programs of the older version can read, and save again, what this version stores
 * @param mapping the fields that it is about, if it only puts one in the place of another
 */
public record UpcastStep(
        UnaryOperator<Map<String, Object>> upcast,
        boolean olderCanRead,
        @Nullable FormerMapping<?, ?> mapping) {

    /** Returns the step that puts a field in the place of an older one. */
    public static UpcastStep of(FormerMapping<?, ?> mapping) {
        return new UpcastStep(mapping::upcast, mapping.goesBack(), mapping);
    }
}
