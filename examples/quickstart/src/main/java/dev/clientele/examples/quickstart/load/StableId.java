package dev.clientele.examples.quickstart.load;

import dev.clientele.core.entity.Id;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from what a record is called in its source, so that they are the same in every run. */
public final class StableId {

    private StableId() {}

    /**
     * The id of a record (a name-based UUID).
     *
     * @param kind what it is, such as {@code account}
     * @param key its key in the source
     */
    public static <T> Id<T> of(String kind, String key) {
        String name = "clientele-quickstart:" + kind + ":" + key;
        return Id.of(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** The id of a record whose key is a number. */
    public static <T> Id<T> of(String kind, int key) {
        return of(kind, Integer.toString(key));
    }
}
