package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bases in which nobody, or hardly anybody, is recorded twice: families and namesakes aren't taken for one person. */
class NoDuplicatesTest {
    private static final LinkageSettings DEDUPLICATE = LinkageSettings.of(LinkMode.DEDUPLICATE);

    /** The persons of the largest base; 50,000 by {@code -Dclientele.linkage.persons=50000}. */
    private static final int MOST = Integer.getInteger("clientele.linkage.persons", 20_000);

    private static TrainedModel fit(LinkageSource source) {
        return ModelTrainer.fit(SyntheticPeople.ATTRIBUTES, List.of(source), DEDUPLICATE);
    }

    private static List<ScoredPair> matches(TrainedModel trained, LinkageSource source) {
        return RecordLinker.link(trained.model(), List.of(source), DEDUPLICATE).pairs(MatchDecision.MATCH);
    }

    /** One record of each member, and a second one of so many members. */
    private static LinkageSource households(int households, int repeated) {
        List<LinkageSource> both = new SyntheticPeople(households).households(households);
        List<LinkageRecord> records = new ArrayList<>(both.get(0).records());
        records.addAll(both.get(1).records().subList(0, repeated));
        return new LinkageSource("shop", records);
    }

    /** People each recorded once, nobody with another's mailbox. */
    private static LinkageSource strangers(int seed, int persons) {
        List<LinkageRecord> records = new ArrayList<>();
        for (LinkageRecord record :
                new SyntheticPeople(seed).withDuplicates("shop", persons, 1).records()) {
            List<@Nullable String> values = new ArrayList<>(record.values());
            values.set(5, values.get(0) + "." + values.get(1) + records.size() + "@example.com");
            records.add(new LinkageRecord(record.id(), values));
        }
        return new LinkageSource("shop", records);
    }

    private static IntStream sizes() {
        return IntStream.of(300, 3_000, 10_000, MOST);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_base_without_duplicates_has_no_matches(int persons) {
        LinkageSource source = strangers(11, persons);
        TrainedModel trained = fit(source);

        assertThat(matches(trained, source)).hasSizeLessThanOrEqualTo(persons / 10_000);
        assertThat(trained.matchesFound()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 4000})
    void families_at_one_address_are_no_duplicates(int households) {
        LinkageSource source = households(households, 0);
        TrainedModel trained = fit(source);

        assertThat(trained.matchesFound()).isFalse();
        assertThat(matches(trained, source)).isEmpty();
        assertThat(trained.model().households().prior())
                .isGreaterThan(trained.model().prior());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 200})
    void a_few_duplicates_among_thousands_of_families_are_found(int repeated) {
        LinkageSource source = households(4_000, repeated);
        TrainedModel trained = fit(source);
        List<ScoredPair> matches = matches(trained, source);
        long right = matches.stream().filter(SyntheticPeople::same).count();

        assertThat(trained.matchesFound()).isTrue();
        assertThat(matches.size() - right).isLessThanOrEqualTo(Math.max(4, matches.size() / 10));
        assertThat(right).isGreaterThanOrEqualTo(9L * repeated / 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20})
    void a_handful_of_duplicates_among_ten_thousand_people_is_found(int repeated) {
        LinkageSource people = strangers(12, 10_000);
        List<LinkageRecord> records = new ArrayList<>(people.records());
        for (LinkageRecord record : people.records().subList(100, 100 + repeated)) {
            List<@Nullable String> values = new ArrayList<>(record.values());
            values.set(3, null);
            records.add(new LinkageRecord(record.id() + "-again", values));
        }
        LinkageSource source = new LinkageSource("shop", records);
        List<ScoredPair> matches = matches(fit(source), source);
        long right = matches.stream().filter(SyntheticPeople::same).count();

        assertThat(right).isEqualTo(repeated);
        assertThat(right).isGreaterThanOrEqualTo(9L * matches.size() / 10);
    }

    @Test
    void a_model_that_found_no_matches_finds_those_of_a_base_in_which_there_are() {
        TrainedModel trained = fit(strangers(5, 3_000));
        List<LinkageSource> later = List.of(new SyntheticPeople(6).withDuplicates("shop", 1_000, 2));
        LinkageAccuracy accuracy = LinkageAccuracy.of(RecordLinker.link(trained.model(), later, DEDUPLICATE), later);

        assertThat(accuracy.precision()).isGreaterThan(0.95);
        assertThat(accuracy.recall()).isGreaterThan(0.95);
    }
}
