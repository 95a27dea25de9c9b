package dev.clientele.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Document;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadCacheTest {

    private final ReadCache cache = new ReadCache();

    private static Document document(int number, int length) {
        return new Document("note", new UUID(0, number), 1, Map.of(), "x".repeat(length));
    }

    private long held(int documents) {
        return IntStream.range(0, documents)
                .filter(i -> cache.find("note", new UUID(0, i), 1) != null)
                .count();
    }

    @Test
    void the_largest_page_of_short_documents_is_held() {
        IntStream.range(0, 10_000).forEach(i -> cache.add(document(i, 900)));

        assertThat(held(10_000)).isEqualTo(10_000);
    }

    @Test
    void of_long_documents_only_the_last_are_held() {
        IntStream.range(0, 100).forEach(i -> cache.add(document(i, 1 << 20)));

        assertThat(held(100)).isBetween(1L, 20L);
        assertThat(cache.find("note", new UUID(0, 99), 1)).isNotNull();
    }

    @Test
    void what_is_written_is_held_no_longer() {
        cache.add(document(1, 10));
        cache.evict(new UUID(0, 1));

        assertThat(held(2)).isZero();
    }

    @Test
    void only_the_version_that_was_read_is_found() {
        cache.add(document(1, 10));

        assertThat(cache.find("note", new UUID(0, 1), 2)).isNull();
        assertThat(cache.find("memo", new UUID(0, 1), 1)).isNull();
    }
}
