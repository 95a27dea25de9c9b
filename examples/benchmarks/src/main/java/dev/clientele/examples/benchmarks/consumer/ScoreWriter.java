package dev.clientele.examples.benchmarks.consumer;

import dev.clientele.b2c.person.Person;
import dev.clientele.b2c.person.Score;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.Horizon;
import dev.clientele.examples.benchmarks.storage.PlainDialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Random scores stored for many persons: through the repository, and by a hand-written statement on the same table. */
final class ScoreWriter {

    private static final int CHUNK = 20_000;
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final Horizon YEAR = Horizon.months(12);
    private static final UUID CALIBRATION = new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L);

    private final List<Id<Person>> ids;
    private final SplittableRandom random = new SplittableRandom(17);
    private long run;

    ScoreWriter(List<Id<Person>> ids) {
        this.ids = ids;
    }

    /** Stores one field. */
    void storeSpend(CrmSession session) {
        session.repository(Person.TYPE)
                .compute(
                        List.of(Score.EXPECTED_SPEND),
                        ids.stream()
                                .map(id ->
                                        Person.TYPE.computed(id).with(Score.EXPECTED_SPEND, random.nextDouble(100))));
    }

    /** Stores whole scores: nine fields. */
    void storeScores(CrmSession session) {
        run++;
        session.repository(Person.TYPE)
                .compute(Score.FIELDS, ids.stream().map(id -> score().toRow(id, run, CurrencyUnit.GBP)));
    }

    private Score score() {
        return new Score(
                random.nextDouble(),
                random.nextDouble(10),
                random.nextDouble(100),
                Money.ofMinor(CurrencyUnit.GBP, random.nextInt(1_000_000)),
                AS_OF,
                YEAR,
                CALIBRATION);
    }

    /** Updates two fields by hand, in transactions of the same size, the database's quickest way. */
    void updateByHand(Connection connection, PlainDialect dialect, boolean arrays) throws SQLException {
        String sql = arrays
                ? "update crm_person d set p_alive = u.p, clv = u.c from unnest(?, ?, ?) as u(id, p, c)"
                        + " where d.tenant = 'acme' and d.id = u.id"
                : "update crm_person set p_alive = ?, clv = ? where tenant = 'acme' and id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int from = 0; from < ids.size(); from += CHUNK) {
                dialect.begin();
                List<Id<Person>> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
                if (arrays) {
                    updateAtOnce(statement, some);
                } else {
                    updateEach(statement, some);
                }
                dialect.commit();
            }
        }
    }

    private void updateAtOnce(PreparedStatement statement, List<Id<Person>> some) throws SQLException {
        Double[] alive = some.stream().map(id -> random.nextDouble()).toArray(Double[]::new);
        Long[] values =
                some.stream().map(id -> 10_000 * random.nextLong(1_000_000)).toArray(Long[]::new);
        Connection connection = statement.getConnection();
        statement.setArray(
                1, connection.createArrayOf("uuid", some.stream().map(Id::value).toArray()));
        statement.setArray(2, connection.createArrayOf("float8", alive));
        statement.setArray(3, connection.createArrayOf("int8", values));
        statement.executeUpdate();
    }

    private void updateEach(PreparedStatement statement, List<Id<Person>> some) throws SQLException {
        for (Id<Person> id : some) {
            statement.setDouble(1, random.nextDouble());
            statement.setLong(2, 10_000 * random.nextLong(1_000_000));
            statement.setString(3, id.value().toString());
            statement.executeUpdate();
        }
    }
}
