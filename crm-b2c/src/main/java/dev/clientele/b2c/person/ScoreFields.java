package dev.clientele.b2c.person;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.ComputedRow;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.value.Horizon;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The computed fields of a person in which its score is kept. */
final class ScoreFields {

    final OrderedField<Person, Double> pAlive;
    final OrderedField<Person, Double> expectedTransactions;
    final OrderedField<Person, Double> expectedSpend;
    final MoneyField<Person> clv;
    final OrderedField<Person, LocalDate> asOf;
    final CodedField<Person, Horizon> horizon;
    final CodedField<Person, UUID> calibration;
    final CodedField<Person, CurrencyUnit> currency;
    final OrderedField<Person, Long> run;

    ScoreFields(EntityTypeBuilder<Person> declare) {
        pAlive = declare.real("p_alive", Trait.COMPUTED, Trait.PERSONAL);
        expectedTransactions = declare.real("expected_transactions", Trait.COMPUTED, Trait.PERSONAL);
        expectedSpend = declare.real("expected_spend", Trait.COMPUTED, Trait.PERSONAL);
        clv = declare.money("clv", Trait.COMPUTED, Trait.PERSONAL);
        asOf = declare.date("scored_as_of", Trait.COMPUTED);
        horizon = declare.coded("score_horizon", Horizon::toString, Horizon::parse, Trait.COMPUTED);
        calibration = declare.coded("score_calibration", UUID::toString, UUID::fromString, Trait.COMPUTED);
        currency = declare.coded("score_currency", CurrencyUnit::getCode, CurrencyUnit::of, Trait.COMPUTED);
        run = declare.integer("score_run", Trait.COMPUTED);
    }

    List<Field<Person, ?>> all() {
        return List.of(pAlive, expectedTransactions, expectedSpend, clv, asOf, horizon, calibration, currency, run);
    }

    ComputedRow<Person> row(Id<Person> person, Score score, long number, CurrencyUnit unit) {
        return Person.TYPE
                .computed(person)
                .with(pAlive, score.pAlive())
                .with(expectedTransactions, score.expectedTransactions())
                .with(expectedSpend, score.expectedSpend())
                .with(clv, score.clv())
                .with(asOf, score.asOf())
                .with(horizon, score.horizon())
                .with(calibration, score.calibration())
                .with(currency, unit)
                .with(run, number);
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
