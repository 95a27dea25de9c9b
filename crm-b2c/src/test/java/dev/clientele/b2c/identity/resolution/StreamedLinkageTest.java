package dev.clientele.b2c.identity.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.identity.linkage.Febrl4;
import dev.clientele.b2c.identity.linkage.LinkMode;
import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.LinkageSettings;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.ModelTrainer;
import dev.clientele.b2c.identity.linkage.RecordCluster;
import dev.clientele.b2c.identity.linkage.RecordLinker;
import dev.clientele.b2c.identity.linkage.RecordRef;
import dev.clientele.b2c.identity.record.SourceRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FEBRL 4 (Christen 2008), the copies after the originals one record at a time: the persons of both files linked at once. */
class StreamedLinkageTest {

    private static final LinkageSource ORIGINALS = Febrl4.source("dataset4a");
    private static final LinkageSource COPIES = Febrl4.source("dataset4b");
    private static final LinkageSettings SETTINGS = LinkageSettings.of(LinkMode.DEDUPLICATE);

    private static LinkageModel model;
    private static Set<List<RecordRef>> linked;

    @BeforeAll
    static void link() {
        List<LinkageSource> sources = List.of(ORIGINALS, COPIES);
        model = ModelTrainer.fit(Febrl4.ATTRIBUTES, sources, SETTINGS).model();
        linked = linkedAtOnce(SETTINGS);
    }

    private static Set<List<RecordRef>> linkedAtOnce(LinkageSettings settings) {
        Set<List<RecordRef>> clusters = new HashSet<>();
        for (RecordCluster cluster :
                RecordLinker.link(model, List.of(ORIGINALS, COPIES), settings).clusters()) {
            clusters.add(cluster.records());
        }
        return clusters;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void in_any_order(int order) {
        IdentityIndex index = new IdentityIndex(policy(SETTINGS));

        records(ORIGINALS, new Random(order)).forEach(index::add);
        records(COPIES, new Random(order + 100)).forEach(index::add);

        assertThat(Set.copyOf(index.persons())).isEqualTo(linked);
    }

    @Test
    void from_four_threads() throws ExecutionException, InterruptedException {
        IdentityIndex index = new IdentityIndex(policy(SETTINGS));
        List<SourceRecord> all = records(ORIGINALS, new Random(1));
        all.addAll(records(COPIES, new Random(2)));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> adding = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int first = i;
                adding.add(threads.submit(() -> {
                    for (int place = first; place < all.size(); place += 4) {
                        index.add(all.get(place));
                    }
                }));
            }
            for (Future<?> each : adding) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(Set.copyOf(index.persons())).isEqualTo(linked);
    }

    @Test
    void with_keys_that_turn_generic_on_the_way() {
        LinkageSettings small = SETTINGS.withMaxBlock(6);
        IdentityIndex index = new IdentityIndex(policy(small));

        records(ORIGINALS, new Random(1)).forEach(index::add);
        records(COPIES, new Random(2)).forEach(index::add);

        assertThat(Set.copyOf(index.persons())).isEqualTo(linkedAtOnce(small));
    }

    private static MatchPolicy policy(LinkageSettings settings) {
        return MatchPolicy.standard()
                .withModel(model)
                .withThresholds(settings.thresholds())
                .withMaxBlock(settings.maxBlock());
    }

    private static List<SourceRecord> records(LinkageSource source, Random order) {
        List<SourceRecord> records = Febrl4.records(source);
        Collections.shuffle(records, order);
        return records;
    }
}
