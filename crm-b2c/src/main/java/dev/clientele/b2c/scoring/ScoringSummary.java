package dev.clientele.b2c.scoring;

import java.time.LocalDate;

/**
 * The result of a scoring run.
 *
 * @param asOf the day from which persons were seen
 * @param scored persons who have a score now
 * @param valued those of them who have an expected value
 * @param unscored persons with a purchase history whom it says nothing about on that day: nothing that counts was bought by
 *     then; a score from before was taken away
 */
public record ScoringSummary(LocalDate asOf, long scored, long valued, long unscored) {

    static ScoringSummary none(LocalDate asOf) {
        return new ScoringSummary(asOf, 0, 0, 0);
    }

    ScoringSummary plus(ScoringSummary other) {
        return new ScoringSummary(asOf, scored + other.scored, valued + other.valued, unscored + other.unscored);
    }
}
