package dev.clientele.core.codec;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field in the place of one that older versions of a type had. Immutable and thread-safe.
 *
 * @param former the older field
 * @param field the one that is read instead; it may be former in its turn
 * @param forward makes a value of the field of an older one
 * @param back makes the older value of the field's; null if there is no way back
 * @param <A> the type of the older values
 * @param <B> the type of the values
 */
public record FormerMapping<A, B>(
        FieldCodec<A> former,
        FieldCodec<B> field,
        Function<A, B> forward,
        @Nullable Function<B, A> back) {

    /** Puts what the older field's JSON data says into the field's. */
    Map<String, Object> upcast(Map<String, Object> json) {
        Object older = json.remove(former.name());
        if (older != null) {
            json.put(field.name(), field.toJson(field.check(forward.apply(former.fromJson(older)))));
        }
        return json;
    }

    boolean goesBack() {
        return back != null;
    }

    /** Returns the field's value for an older one; null for null. */
    @Nullable
    Object convertForward(@Nullable Object older) {
        @SuppressWarnings("unchecked") // it was read by the older field
        A typed = (A) older;
        return typed == null ? null : field.check(forward.apply(typed));
    }

    /** Returns the older field's value for the field's; null for null, and for one that the older field can't hold. */
    @Nullable
    Object convertBack(@Nullable Object value) {
        if (value == null || back == null) {
            return null;
        }
        try {
            @SuppressWarnings("unchecked") // it was read by the field
            A older = former.check(back.apply((B) value));
            return former.isEmptyValue(older) ? null : older;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }
}
