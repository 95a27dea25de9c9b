package dev.clientele.b2c.person;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.value.Horizon;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of a person in which its score is kept. */
final class ScoreFields {

    final OrderedField<Person, Double> pAlive;
    final OrderedField<Person, Double> expectedTransactions;
    final OrderedField<Person, Double> expectedSpend;
    final MoneyField<Person> clv;
    final OrderedField<Person, LocalDate> asOf;
    final CodedField<Person, Horizon> horizon;
    final CodedField<Person, UUID> calibration;

    ScoreFields(EntityTypeBuilder<Person> declare) {
        pAlive = declare.real("p_alive", Trait.INDEXED, Trait.PERSONAL);
        expectedTransactions = declare.real("expected_transactions", Trait.PERSONAL);
        expectedSpend = declare.real("expected_spend", Trait.PERSONAL);
        clv = declare.money("clv", Trait.INDEXED, Trait.PERSONAL);
        asOf = declare.date("scored_as_of");
        horizon = declare.coded("score_horizon", Horizon::toString, Horizon::parse);
        calibration = declare.coded("score_calibration", UUID::toString, UUID::fromString);
    }

    Person put(Person person, @Nullable Score score) {
        return person.with(pAlive, score == null ? null : score.pAlive())
                .with(expectedTransactions, score == null ? null : score.expectedTransactions())
                .with(expectedSpend, score == null ? null : score.expectedSpend())
                .with(clv, score == null ? null : score.clv())
                .with(asOf, score == null ? null : score.asOf())
                .with(horizon, score == null ? null : score.horizon())
                .with(calibration, score == null ? null : score.calibration());
    }

    @Nullable
    Score of(Person person) {
        Double alive = person.get(pAlive);
        if (alive == null) {
            return null;
        }
        return new Score(
                alive,
                person.require(expectedTransactions),
                person.get(expectedSpend),
                person.get(clv),
                person.require(asOf),
                person.require(horizon),
                person.require(calibration));
    }
}
