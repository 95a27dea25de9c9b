package dev.clientele.core.store;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import dev.clientele.persistence.TenantId;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Values that were made once of records that never change, for all sessions of a {@code Crm}. Thread-safe. */
public final class KeptValues {

    private static final int MAX_VALUES = 100;

    private final Cache<Key, Object> values =
            CacheBuilder.newBuilder().maximumSize(MAX_VALUES).build();

    private record Key(TenantId tenant, Class<?> type, UUID of) {}

    /** Returns the value that is kept, or makes it. */
    <V> V get(TenantId tenant, Class<V> type, UUID of, Supplier<V> make) {
        try {
            return type.cast(values.get(new Key(tenant, type, of), make::get));
        } catch (ExecutionException | UncheckedExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a value could not be made", e.getCause());
        }
    }
}
