package dev.clientele.b2b.revenue.contract;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.criteria.Criteria;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * One term of a contract that brings in the same amount every month. A renewal is another term, which names the one
 * before; terms are counted from the first day of the first one, so that their dates don't drift: monthly from 31
 * January they begin on 28 February and on 31 March. Immutable and thread-safe.
 */
public final class Contract extends Entity<Contract> {

    private static final int MAX_TERM_MONTHS = 1200;

    private static final EntityTypeBuilder<Contract> DECLARE = EntityType.define("contract", Contract::new);

    /** The account. */
    public static final ReferenceField<Contract, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.REQUIRED, Trait.INDEXED);
    /** The contract's name. */
    public static final TextField<Contract> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The id in the system that the record comes from. */
    public static final TextField<Contract> EXTERNAL_ID = DECLARE.key("external_id", 200, Trait.UNIQUE);
    /** The code of the product that is provided. */
    public static final TextField<Contract> PRODUCT = DECLARE.key("product", 120, Trait.INDEXED);
    /** The department that uses it. */
    public static final TextField<Contract> DEPARTMENT = DECLARE.text("department", 200);
    /** The cost of winning the customer; of a first term only. */
    public static final MoneyField<Contract> ACQUISITION_COST = DECLARE.money("acquisition_cost");
    /** The recurring amount of each month. */
    public static final MoneyField<Contract> MONTHLY = DECLARE.money("monthly", Trait.REQUIRED);
    /** The first day of the first term. */
    public static final OrderedField<Contract, LocalDate> FIRST_TERM_START = DECLARE.date("anchor", Trait.REQUIRED);
    /** The number of months in a term, 1 to 1,200. */
    public static final OrderedField<Contract, Long> TERM_MONTHS = DECLARE.integer("term_months", Trait.REQUIRED);
    /** The number of renewals before this term: 0 of the first term. */
    public static final OrderedField<Contract, Long> RENEWALS = DECLARE.integer("renewals", Trait.REQUIRED);
    /** The first day of this term. */
    public static final OrderedField<Contract, LocalDate> STARTS_ON =
            DECLARE.date("starts_on", Trait.REQUIRED, Trait.INDEXED);
    /** The first day after this term: that of the next term, or an earlier one if it was terminated. */
    public static final OrderedField<Contract, LocalDate> ENDS_ON =
            DECLARE.date("ends_on", Trait.REQUIRED, Trait.INDEXED);
    /** The term before this one. */
    public static final ReferenceField<Contract, Contract> PREVIOUS =
            DECLARE.reference("previous", "contract", Trait.UNIQUE, Trait.ACYCLIC);
    /** The reason for its termination; missing if it wasn't terminated. */
    public static final TextField<Contract> END_REASON = DECLARE.text("end_reason", 200);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Contract> TYPE = DECLARE.rule(Contract::consistent)
            .changeRule((before, after) -> before.find(PREVIOUS).equals(after.find(PREVIOUS))
                    ? List.of()
                    : List.of(new Violation(
                            PREVIOUS.name(), ViolationCode.FIXED, "stays: a term renews the one that it renewed")))
            .build();

    private Contract(EntityState<Contract> state) {
        super(state);
    }

    /**
     * Returns the first term of a contract.
     *
     * @param months how long a term is, 1 to 1,200
     */
    public static Contract of(Id<Account> account, String name, Money monthly, LocalDate start, int months) {
        return TYPE.newEntity()
                .with(ACCOUNT, account)
                .with(NAME, name)
                .with(MONTHLY, monthly)
                .with(FIRST_TERM_START, start)
                .with(TERM_MONTHS, (long) months)
                .term(0);
    }

    private Contract term(long number) {
        return with(RENEWALS, number).with(STARTS_ON, termStart(number)).with(ENDS_ON, termStart(number + 1));
    }

    /**
     * Returns the next term, at this monthly amount; not stored. {@link Contracts} checks whether the contract was
     * renewed already.
     */
    public Contract renewed(Money monthly) {
        return TYPE.newEntity()
                .with(ACCOUNT, account())
                .with(NAME, require(NAME))
                .with(MONTHLY, monthly)
                .with(FIRST_TERM_START, require(FIRST_TERM_START))
                .with(TERM_MONTHS, require(TERM_MONTHS))
                .with(PREVIOUS, id())
                .with(PRODUCT, get(PRODUCT))
                .with(DEPARTMENT, get(DEPARTMENT))
                .term(require(RENEWALS) + 1);
    }

    /** Returns the account. */
    public Id<Account> account() {
        return require(ACCOUNT);
    }

    /** Returns the recurring amount of each month. */
    public Money monthly() {
        return require(MONTHLY);
    }

    /** Returns the first day of this term. */
    public LocalDate startsOn() {
        return require(STARTS_ON);
    }

    /** Returns the first day after this term. */
    public LocalDate endsOn() {
        return require(ENDS_ON);
    }

    /** Returns whether the term is active on a day. */
    public boolean isActiveOn(LocalDate day) {
        return !day.isBefore(startsOn()) && day.isBefore(endsOn());
    }

    /** Returns the criteria of terms that are active on a day. */
    public static Criteria activeOn(LocalDate day) {
        return STARTS_ON.atMost(day).and(ENDS_ON.above(day));
    }

    /** Returns whether it was terminated before its term was over. */
    public boolean isTerminated() {
        return get(END_REASON) != null;
    }

    private LocalDate termStart(long number) {
        return require(FIRST_TERM_START).plusMonths(number * require(TERM_MONTHS));
    }

    private static List<Violation> consistent(Contract contract) {
        List<Violation> violations = new ArrayList<>();
        long months = contract.require(TERM_MONTHS);
        if (months < 1 || months > MAX_TERM_MONTHS) {
            return List.of(new Violation(TERM_MONTHS.name(), ViolationCode.RANGE, "must be 1 to " + MAX_TERM_MONTHS));
        }
        long renewals = contract.require(RENEWALS);
        if (renewals < 0 || renewals > MAX_TERM_MONTHS || (renewals > 0) != (contract.get(PREVIOUS) != null)) {
            violations.add(new Violation(RENEWALS.name(), "must be 0 exactly of a contract without a previous one"));
        } else {
            if (!contract.startsOn().equals(contract.termStart(renewals))) {
                violations.add(new Violation(
                        STARTS_ON.name(), ViolationCode.DERIVED, "must follow from anchor, term_months and renewals"));
            }
            LocalDate full = contract.termStart(renewals + 1);
            boolean ended = contract.isTerminated();
            if (ended ? contract.endsOn().isAfter(full) : !contract.endsOn().equals(full)) {
                violations.add(new Violation(ENDS_ON.name(), "must be the end of the term, or earlier with a reason"));
            }
        }
        if (contract.endsOn().isBefore(contract.startsOn())) {
            violations.add(new Violation(ENDS_ON.name(), ViolationCode.ORDER, "must not be before starts_on"));
        }
        if (contract.monthly().isNegative()) {
            violations.add(new Violation(MONTHLY.name(), ViolationCode.RANGE, "must not be negative"));
        }
        Money cost = contract.get(ACQUISITION_COST);
        if (cost != null && (cost.isNegative() || renewals > 0)) {
            violations.add(new Violation(
                    ACQUISITION_COST.name(),
                    ViolationCode.RANGE,
                    "must not be negative, and is told of a first term only"));
        }
        return violations;
    }
}
