package dev.clientele.b2b.scenario;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.deal.pipeline.UnmetConditionsException;
import dev.clientele.b2b.partner.RegistrationConflictException;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.NotFoundException;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Decisions of one kind that four processes take on the same records at once, and what holds of them afterwards. */
interface ProcessDecisions {

    /** The number of records of each kind. */
    int RECORDS = 3;

    Instant NOW = Instant.parse("2027-01-10T12:00:00Z");
    LocalDate TODAY = LocalDate.of(2027, 1, 10);
    Money PRICE = Money.parse("EUR 100");

    /** Returns all kinds, in the order in which each process takes them. */
    static List<ProcessDecisions> all() {
        return List.of(
                new RevenueDecisions(),
                new DealDecisions(),
                new LimitDecisions(),
                new RelationDecisions(),
                new PartnerDecisions(),
                new CoverageDecisions(),
                new TaskDecisions(),
                new MergeDecisions());
    }

    /** Stores what is decided on. */
    void prepare(B2b b2b);

    /**
     * Takes the decisions on one record, each once.
     *
     * @param process the number of the process, from 0
     * @param record the number of the record, from 0
     */
    void decide(B2b b2b, int process, int record);

    /** Checks the invariants when all processes have ended. */
    void verify(B2b b2b);

    /** Takes a decision that another process may have taken already; nobody may be told that the database is unavailable. */
    static void attempt(Runnable decision) {
        try {
            decision.run();
        } catch (InvalidException
                | StaleVersionException
                | DuplicateException
                | NotFoundException
                | DeniedException
                | UnmetConditionsException
                | RegistrationConflictException another) {
            // refused, since another process was first
        }
    }

    /** Returns the first record that meets a criteria. */
    static <T extends Entity<T>> T first(Repository<T> records, Criteria criteria) {
        return records.query(criteria).first().orElseThrow();
    }

    /** Returns all records. */
    static <T extends Entity<T>> List<T> list(Repository<T> records) {
        try (Stream<T> all = records.all().stream()) {
            return all.toList();
        }
    }
}
