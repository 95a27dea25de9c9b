package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.identity.linkage.Febrl4;
import dev.clientele.b2c.identity.linkage.LinkMode;
import dev.clientele.b2c.identity.linkage.LinkageModel;
import dev.clientele.b2c.identity.linkage.LinkageRecord;
import dev.clientele.b2c.identity.linkage.LinkageSettings;
import dev.clientele.b2c.identity.linkage.LinkageSource;
import dev.clientele.b2c.identity.linkage.ModelTrainer;
import dev.clientele.b2c.identity.linkage.RecordLinker;
import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.persistence.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** FEBRL 4 record by record: the clusters are those of the batch, in whatever order and from however many threads they come. */
@ParameterizedClass
@EnumSource(Store.class)
class StreamedRecordsTest extends StoredTest {

    /** All 5,000 by {@code -Dclientele.identity.pairs=5000}. */
    private static final int PAIRS = Integer.getInteger("clientele.identity.pairs", 150);

    private static final LinkageSettings SETTINGS = LinkageSettings.of(LinkMode.DEDUPLICATE);
    private static final List<LinkageSource> SOURCES = List.of(first("dataset4a"), first("dataset4b"));
    private static final LinkageModel MODEL =
            ModelTrainer.fit(Febrl4.ATTRIBUTES, SOURCES, SETTINGS).model();

    StreamedRecordsTest(Store store) {
        super(store);
    }

    private static LinkageSource first(String file) {
        LinkageSource all = Febrl4.source(file);
        List<LinkageRecord> records = all.records().stream()
                .filter(record -> Integer.parseInt(record.id().split("-", -1)[1]) < PAIRS)
                .toList();
        return new LinkageSource(file, records);
    }

    private static Set<Set<String>> expected() {
        return expected(SOURCES);
    }

    private static Set<Set<String>> expected(List<LinkageSource> sources) {
        return RecordLinker.link(MODEL, sources, SETTINGS).clusters().stream()
                .map(cluster -> cluster.records().stream()
                        .map(member -> member.source() + ":" + member.id())
                        .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    private Set<Set<String>> stored() {
        return stored(b2c);
    }

    private static Set<Set<String>> stored(B2c b2c) {
        Map<Object, Set<String>> clusters = new HashMap<>();
        try (Stream<SourceRecord> records = b2c.identity().records().all().stream()) {
            records.forEach(record -> clusters.computeIfAbsent(record.person().orElseThrow(), first -> new TreeSet<>())
                    .add(record.require(SourceRecord.SOURCE_KEY)));
        }
        return Set.copyOf(clusters.values());
    }

    private void begin() {
        b2c.identity().activate(b2c.identity().add(MODEL));
        b2c.identity().identifyAll(Febrl4.records(SOURCES.get(0)));
    }

    @Test
    void record_by_record_in_any_order_the_clusters_are_those_of_the_batch() {
        Set<Set<String>> expected = expected();
        begin();
        List<SourceRecord> stream = Febrl4.records(SOURCES.get(1));
        Collections.shuffle(stream, new Random(7));
        stream.forEach(record -> b2c.identity().identify(record));

        assertThat(stored()).isEqualTo(expected);
        assertThat(b2c.persons().all().count()).isEqualTo(expected.size());
    }

    @Test
    void the_first_people_come_in_ten_orders() {
        List<LinkageSource> few = SOURCES.stream()
                .map(source -> new LinkageSource(source.name(), source.records().subList(0, 30)))
                .toList();
        Set<Set<String>> expected = expected(few);
        List<SourceRecord> all = new ArrayList<>(Febrl4.records(few.get(0)));
        all.addAll(Febrl4.records(few.get(1)));
        for (int order = 0; order < 10; order++) {
            B2c other = B2c.in(crm.session(TenantId.of("order-" + order), session.actor()));
            other.identity().activate(other.identity().add(MODEL));
            Collections.shuffle(all, new Random(order));
            all.forEach(record -> other.identity().identify(record));

            assertThat(stored(other)).isEqualTo(expected);
        }
    }

    @Test
    void each_match_keeps_the_waterfall_that_sums_to_its_score() {
        begin();
        b2c.identity().identifyAll(Febrl4.records(SOURCES.get(1)));
        List<LinkReason> reasons = new ArrayList<>();
        try (Stream<SourceRecord> records = b2c.identity().records().all().stream()) {
            records.forEach(record -> reasons.addAll(record.reasons()));
        }

        assertThat(reasons).hasSizeGreaterThanOrEqualTo(PAIRS).allSatisfy(reason -> {
            assertThat(reason.rule()).isEqualTo(LinkReason.MATCH);
            assertThat(reason.steps()).isNotEmpty();
            assertThat(1 / (1 + Math.exp(-reason.score()))).isCloseTo(reason.probability(), within(1e-12));
        });
        assertThat(f1()).isGreaterThanOrEqualTo(0.99);
    }

    /** Of pairs of an original and its copy, which have the same number in their ids. */
    private double f1() {
        int found = 0;
        int right = 0;
        for (Set<String> cluster : stored()) {
            List<String> numbers =
                    cluster.stream().map(key -> key.split("-", -1)[1]).toList();
            found += numbers.size() * (numbers.size() - 1) / 2;
            right += numbers.size() - (int) numbers.stream().distinct().count();
        }
        return 2.0 * right / (found + SOURCES.get(1).records().size());
    }

    @Test
    void from_four_threads_the_clusters_are_those_of_the_batch() throws Exception {
        begin();
        List<SourceRecord> stream = Febrl4.records(SOURCES.get(1));
        Collections.shuffle(stream, new Random(8));
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (int t = 0; t < 4; t++) {
            int start = t;
            Thread thread = new Thread(() -> {
                for (int i = start; i < stream.size(); i += 4) {
                    b2c.identity().identify(stream.get(i));
                }
            });
            thread.setUncaughtExceptionHandler((failed, e) -> failures.add(e));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).isEmpty();
        assertThat(stored()).isEqualTo(expected());
    }
}
