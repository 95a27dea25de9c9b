package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.tck.sabotage.Run;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** What the command line says of seeds and tries reaches the properties. */
class SeedHookTest {

    private static final List<Integer> SAMPLES = new ArrayList<>();

    @Test
    void a_seed_gives_the_same_samples_again() {
        List<Integer> first = samples("-8693853270560703528", "20");
        List<Integer> again = samples("-8693853270560703528", "20");
        List<Integer> other = samples("4711", "20");

        assertThat(first).hasSize(20).isEqualTo(again).isNotEqualTo(other);
    }

    private static List<Integer> samples(String seed, String tries) {
        SAMPLES.clear();
        System.setProperty(PropertyContract.SEED, seed);
        System.setProperty(PropertyContract.TRIES, tries);
        try {
            assertThat(Run.failures(DiscoverySelectors.selectClass(Sampled.class)))
                    .isEmpty();
        } finally {
            System.clearProperty(PropertyContract.SEED);
            System.clearProperty(PropertyContract.TRIES);
        }
        return List.copyOf(SAMPLES);
    }

    /** Run from here only. */
    static class Sampled extends PropertyContract {

        @Property(tries = 3)
        void notes_samples(@ForAll int sample) {
            SAMPLES.add(sample);
        }

        @Override
        protected StorageFixture fixture() {
            return new StorageFixture() {
                @Override
                public MemoryStorage open() {
                    return MemoryStorage.create();
                }

                @Override
                public void close() {}
            };
        }
    }
}
