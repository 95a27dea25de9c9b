package dev.clientele.b2c.identity.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Comparing is symmetric and stays in its levels, whatever the texts. */
class ComparisonPropertyTest {

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> near = Arbitraries.strings().withChars("abc 12").ofMaxLength(9);
        Arbitrary<String> dates = Arbitraries.strings().withChars("0129-/").ofMaxLength(10);
        Arbitrary<String> mail = Arbitraries.strings().withChars("ab@.").ofMaxLength(9);
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(300);
        return Arbitraries.oneOf(near, dates, mail, any);
    }

    @Property
    void levels_are_symmetric_and_equality_is_level_zero(
            @ForAll AttributeKind kind, @ForAll("texts") String a, @ForAll("texts") String b) {
        ValueComparison comparison = ValueComparison.of(kind);
        ComparedValue one = comparison.prepare(a);
        ComparedValue other = comparison.prepare(b);
        if (one != null && other != null) {
            int level = comparison.level(one, other);

            assertThat(level).isBetween(0, comparison.levels().size() - 1);
            assertThat(comparison.level(other, one)).isEqualTo(level);
            assertThat(comparison.level(one, one)).isZero();
            assertThat(level == 0).isEqualTo(one.text().equals(other.text()));
        }
    }

    @Property
    void expected_shares_sum_to_one_and_cover_all_levels(@ForAll AttributeKind kind) {
        ValueComparison comparison = ValueComparison.of(kind);

        assertThat(comparison.expectedShares()).hasSize(comparison.levels().size());
        assertThat(Arrays.stream(comparison.expectedShares()).sum()).isCloseTo(1, within(1e-9));
    }

    @Property
    void normalising_twice_changes_nothing_and_stays_bounded(@ForAll("texts") String text) {
        String once = NormalizedText.of(text);

        assertThat(NormalizedText.of(once)).isEqualTo(once);
        assertThat(once.length()).isLessThanOrEqualTo(NormalizedText.MAX_LENGTH);
    }

    @Property
    void edit_distance_is_that_of_the_full_matrix(@ForAll("short") String a, @ForAll("short") String b) {
        for (int limit = 0; limit <= 2; limit++) {
            assertThat(EditDistance.within(a, b, limit)).isEqualTo(matrix(a, b) <= limit);
        }
        assertThat(LetterSet.leastEdits(LetterSet.of(a, 0, a.length()), LetterSet.of(b, 0, b.length())))
                .isLessThanOrEqualTo(matrix(a, b));
    }

    @Property
    void jaro_winkler_is_symmetric_between_zero_and_one_and_below_its_bound(
            @ForAll("short") String a, @ForAll("short") String b) {
        if (!a.isEmpty() && !b.isEmpty()) {
            double similarity = JaroWinkler.similarity(a, b);

            assertThat(similarity).isBetween(0.0, 1.0).isEqualTo(JaroWinkler.similarity(b, a));
            assertThat(JaroWinkler.reaches(
                            a, LetterSet.of(a, 0, a.length()), b, LetterSet.of(b, 0, b.length()), similarity))
                    .isTrue();
        }
    }

    @Provide("short")
    Arbitrary<String> shortTexts() {
        return Arbitraries.strings().withChars("abcd").ofMaxLength(7);
    }

    private static int matrix(String a, String b) {
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                } else {
                    int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    distance[i][j] = Math.min(replaced, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
                    if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                        distance[i][j] = Math.min(distance[i][j], distance[i - 2][j - 2] + 1);
                    }
                }
            }
        }
        return distance[a.length()][b.length()];
    }
}
