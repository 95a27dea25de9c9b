package dev.clientele.core;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.MoneyField;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A record type with a computed field of every kind, and a list that grows. */
public final class Subscriber extends Entity<Subscriber> {

    /** A band of engagement. */
    public enum Tier {
        HIGH,
        LOW
    }

    /** A visit of a stage. */
    public record Visit(String stage, int number) {}

    private static final EntityTypeBuilder<Subscriber> DECLARE = EntityType.define("subscriber", Subscriber::new);

    public static final TextField<Subscriber> NAME = DECLARE.text("name", 80, Trait.REQUIRED);
    public static final TextField<Subscriber> CITY = DECLARE.text("city", 80);
    public static final BodyField<Subscriber, List<Visit>> VISITS = DECLARE.list("visits", Visit.class, 2000);
    public static final TextSetField<Subscriber> TAGS = DECLARE.textSet("tags", 40);

    public static final OrderedField<Subscriber, Double> SCORE =
            DECLARE.real("score", Trait.COMPUTED, Trait.PERSONAL, Trait.INDEXED);
    public static final OrderedField<Subscriber, Double> P_ALIVE = DECLARE.real("p_alive", Trait.COMPUTED);
    public static final OrderedField<Subscriber, Double> EXPECTED = DECLARE.real("expected", Trait.COMPUTED);
    public static final OrderedField<Subscriber, Double> CHURN = DECLARE.real("churn", Trait.COMPUTED);
    public static final OrderedField<Subscriber, BigDecimal> RATE = DECLARE.decimal("rate", 2, Trait.COMPUTED);
    public static final OrderedField<Subscriber, Long> OPENED = DECLARE.integer("opened", Trait.COMPUTED);
    public static final OrderedField<Subscriber, Instant> SCORED_AT = DECLARE.instant("scored_at", Trait.COMPUTED);
    public static final OrderedField<Subscriber, LocalDate> DUE = DECLARE.date("due", Trait.COMPUTED);
    public static final TextField<Subscriber> MODEL = DECLARE.text("model", 40, Trait.COMPUTED, Trait.SEARCHABLE);
    public static final TextSetField<Subscriber> SEGMENTS =
            DECLARE.textSet("segments", 40, Trait.COMPUTED, Trait.INDEXED);
    public static final FlagField<Subscriber> LAPSING = DECLARE.flag("lapsing", Trait.COMPUTED);
    public static final CodedField<Subscriber, Tier> TIER = DECLARE.choice("tier", Tier.class, Trait.COMPUTED);
    public static final MoneyField<Subscriber> VALUE = DECLARE.money("lifetime_value", Trait.COMPUTED);

    public static final EntityType<Subscriber> TYPE = DECLARE.build();

    private Subscriber(EntityState<Subscriber> state) {
        super(state);
    }

    public static Subscriber named(String name) {
        return TYPE.newEntity().with(NAME, name);
    }
}
