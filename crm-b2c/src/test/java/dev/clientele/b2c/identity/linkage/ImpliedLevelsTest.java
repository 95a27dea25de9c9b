package dev.clientele.b2c.identity.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.identity.comparison.AttributeKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImpliedLevelsTest {
    private static final LinkageModel MODEL = ModelTrainer.fit(
                    SyntheticSets.SUBSCRIBER,
                    List.of(new SyntheticSets(5).subscribers(300)),
                    LinkageSettings.of(LinkMode.DEDUPLICATE))
            .model();

    private static PreparedRecord record(
            String id,
            String given,
            String family,
            @Nullable String mail,
            @Nullable String city,
            @Nullable String postcode) {
        return MODEL.prepare("list", new LinkageRecord(id, Arrays.asList(given, family, mail, city, postcode)));
    }

    private static List<AttributeKind> compared(PreparedRecord one, PreparedRecord other) {
        return MODEL.scorer().explain(one, other).steps().stream()
                .map(step -> step.attribute().kind())
                .toList();
    }

    @Test
    void a_town_counts_only_where_postcodes_differ_or_are_missing() {
        PreparedRecord leeds = record("1", "ana", "lima", null, "leeds", "10432");

        assertThat(compared(leeds, record("2", "ana", "lima", null, "leeds", "10432")))
                .contains(AttributeKind.POSTCODE)
                .doesNotContain(AttributeKind.CITY);
        assertThat(compared(leeds, record("2", "ana", "lima", null, "leeds", "87651")))
                .contains(AttributeKind.POSTCODE, AttributeKind.CITY);
        assertThat(compared(leeds, record("2", "ana", "lima", null, "leeds", null)))
                .contains(AttributeKind.CITY);
        assertThat(compared(leeds, record("2", "ana", "lima", null, "york", "10432")))
                .contains(AttributeKind.POSTCODE, AttributeKind.CITY);
    }

    @Test
    void mailboxes_that_are_alike_count_only_where_names_are_not() {
        PreparedRecord ana = record("1", "ana", "lima", "ana.lima7@example.com", null, null);

        assertThat(compared(ana, record("2", "ana", "lima", "ana.lima29@example.com", null, null)))
                .doesNotContain(AttributeKind.EMAIL);
        assertThat(compared(ana, record("2", "bob", "fox", "ana.lima29@example.com", null, null)))
                .contains(AttributeKind.EMAIL);
        assertThat(compared(ana, record("2", "ana", "lima", "ana.lima7@example.com", null, null)))
                .contains(AttributeKind.EMAIL);
        assertThat(compared(ana, record("2", "ana", "lima", "olga@example.com", null, null)))
                .contains(AttributeKind.EMAIL);
    }

    @Test
    void a_score_found_with_less_work_is_the_same() {
        List<PreparedRecord> records = new SyntheticSets(6)
                .subscribers(40).records().stream()
                        .map(record -> MODEL.prepare("list", record))
                        .toList();
        PairScorer scorer = MODEL.scorer();
        for (PreparedRecord one : records) {
            Stream<PreparedRecord> others = records.stream().filter(record -> record != one);
            assertThat(others).allSatisfy(other -> {
                double score = scorer.score(one, other);
                double above = scorer.scoreAbove(-8, one, other);
                if (score >= -8 || above >= -8) {
                    assertThat(above).isEqualTo(score);
                }
            });
        }
    }
}
