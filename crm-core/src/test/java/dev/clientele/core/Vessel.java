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
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.TextSetField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/** A record type such as a vendor would declare, with a field of every kind. */
public final class Vessel extends Entity<Vessel> {

    /** What a vessel is. */
    public enum Kind {
        TANKER,
        FERRY
    }

    /** A structured value. */
    public record Berth(String port, LocalDate from, Money fee) {}

    private static final EntityTypeBuilder<Vessel> DECLARE = EntityType.define("vessel", Vessel::new);

    public static final TextField<Vessel> NAME = DECLARE.text("name", 120, Trait.REQUIRED, Trait.SEARCHABLE);
    public static final TextField<Vessel> IMO = DECLARE.key("imo", 10, Trait.UNIQUE);
    public static final TextField<Vessel> MASTER = DECLARE.text("master", 80, Trait.PERSONAL);
    public static final CodedField<Vessel, Kind> KIND = DECLARE.choice("kind", Kind.class, Trait.INDEXED);
    public static final OrderedField<Vessel, Long> TONNAGE = DECLARE.integer("tonnage", Trait.INDEXED);
    public static final OrderedField<Vessel, BigDecimal> DRAUGHT = DECLARE.decimal("draught", 2);
    public static final OrderedField<Vessel, Double> SPEED = DECLARE.real("speed");
    public static final OrderedField<Vessel, LocalDate> BUILT = DECLARE.date("built");
    public static final OrderedField<Vessel, Instant> LAST_SEEN = DECLARE.instant("last_seen");
    public static final FlagField<Vessel> LAID_UP = DECLARE.flag("laid_up");
    public static final MoneyField<Vessel> CHARTER = DECLARE.money("charter");
    public static final TextSetField<Vessel> FLAGS = DECLARE.textSet("flags", 20);
    public static final ReferenceField<Vessel, Vessel> SISTER = DECLARE.reference("sister", "vessel");
    public static final BodyField<Vessel, List<Berth>> BERTHS = DECLARE.list("berths", Berth.class, 50);
    public static final BodyField<Vessel, String> REMARKS = DECLARE.longText("remarks", 1000);

    public static final EntityType<Vessel> TYPE =
            DECLARE.rule(Vessel::ferriesAreSmall).build();

    private Vessel(EntityState<Vessel> state) {
        super(state);
    }

    public static Vessel named(String name) {
        return TYPE.newEntity().with(NAME, name);
    }

    private static List<Violation> ferriesAreSmall(Vessel vessel) {
        boolean wrong = vessel.get(KIND) == Kind.FERRY && vessel.getOrDefault(TONNAGE, 0L) > 50_000;
        return wrong ? List.of(new Violation("tonnage", "a ferry has at most 50000 tons")) : List.of();
    }
}
