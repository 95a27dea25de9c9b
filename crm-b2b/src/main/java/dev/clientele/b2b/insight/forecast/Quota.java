package dev.clientele.b2b.insight.forecast;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.b2b.team.Territory;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** The quota of a sales representative, a territory or the whole company in a period. Immutable and thread-safe. */
public final class Quota extends Entity<Quota> {

    private static final String ALL = "all";

    private static final EntityTypeBuilder<Quota> DECLARE = EntityType.define("quota", Quota::new);

    /** The holder: the kind and the id, or {@code all}; follows from the two references. */
    public static final TextField<Quota> HOLDER = DECLARE.key("holder", 60, Trait.REQUIRED);
    /** The sales representative, if the quota is of one. */
    public static final ReferenceField<Quota, SalesRep> SALES_REP =
            DECLARE.reference("sales_rep", "sales_rep", Trait.INDEXED);
    /** The territory, if the quota is of one. */
    public static final ReferenceField<Quota, Territory> TERRITORY =
            DECLARE.reference("territory", "territory", Trait.INDEXED);
    /** The first day of the period. */
    public static final OrderedField<Quota, LocalDate> PERIOD_START = DECLARE.date("period_start", Trait.REQUIRED);
    /** The first day after it. */
    public static final OrderedField<Quota, LocalDate> PERIOD_END = DECLARE.date("period_end", Trait.REQUIRED);
    /** The amount to be won. */
    public static final MoneyField<Quota> AMOUNT = DECLARE.money("amount", Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<Quota> TYPE = DECLARE.uniqueKey("one_each", HOLDER, PERIOD_START, PERIOD_END)
            .rule(Quota::consistent)
            .build();

    private Quota(EntityState<Quota> state) {
        super(state);
    }

    private static Quota over(ForecastPeriod period, Money amount) {
        return TYPE.newEntity()
                .with(PERIOD_START, period.startInclusive())
                .with(PERIOD_END, period.endExclusive())
                .with(AMOUNT, amount);
    }

    /** Returns the quota of a sales representative. */
    public static Quota ofRep(Id<SalesRep> rep, ForecastPeriod period, Money amount) {
        return over(period, amount).with(SALES_REP, rep).with(HOLDER, "rep:" + rep);
    }

    /** Returns the quota of a territory. */
    public static Quota ofTerritory(Id<Territory> territory, ForecastPeriod period, Money amount) {
        return over(period, amount).with(TERRITORY, territory).with(HOLDER, "territory:" + territory);
    }

    /** Returns the quota of the whole company. */
    public static Quota ofCompany(ForecastPeriod period, Money amount) {
        return over(period, amount).with(HOLDER, ALL);
    }

    /** Returns the period. */
    public ForecastPeriod period() {
        return ForecastPeriod.between(require(PERIOD_START), require(PERIOD_END));
    }

    /** Returns the amount to be won. */
    public Money amount() {
        return require(AMOUNT);
    }

    private static List<Violation> consistent(Quota quota) {
        List<Violation> violations = new ArrayList<>();
        String holder = quota.find(SALES_REP)
                .map(id -> "rep:" + id)
                .or(() -> quota.find(TERRITORY).map(id -> "territory:" + id))
                .orElse(ALL);
        if (!holder.equals(quota.get(HOLDER))) {
            violations.add(new Violation(HOLDER.name(), ViolationCode.DERIVED, "must follow from the references"));
        }
        if (quota.get(SALES_REP) != null && quota.get(TERRITORY) != null) {
            violations.add(new Violation("", "a quota is a sales representative's or a territory's, not both"));
        }
        if (!quota.require(PERIOD_START).isBefore(quota.require(PERIOD_END))) {
            violations.add(new Violation(PERIOD_END.name(), ViolationCode.ORDER, "must be after period_start"));
        }
        return violations;
    }
}
