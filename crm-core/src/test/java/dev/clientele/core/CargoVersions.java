package dev.clientele.core;

import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Two versions of a type that a library declares and a host extends, each as the program of its time has declared it. */
final class CargoVersions {

    static final class Cargo extends Entity<Cargo> {
        Cargo(EntityState<Cargo> state) {
            super(state);
        }
    }

    /** The programs of last year. */
    static final class Old {
        private static final EntityTypeBuilder<Cargo> LIBRARY = EntityType.define("cargo", Cargo::new);
        static final TextField<Cargo> WHAT = LIBRARY.text("what", 40, Trait.REQUIRED, Trait.SEARCHABLE, Trait.UNIQUE);
        static final TextField<Cargo> LOAD = LIBRARY.text("load", 20);
        static final BodyField<Cargo, String> NOTE = LIBRARY.longText("note", 500);
        private static final EntityType<Cargo> DEFINED = LIBRARY.build();

        private static final EntityTypeBuilder<Cargo> HOST = DEFINED.extend();
        static final TextField<Cargo> DUTY = HOST.text("duty", 20);
        static final EntityType<Cargo> TYPE = HOST.build();

        private Old() {}

        static Cargo cargo(String what, String load) {
            return TYPE.newEntity().with(WHAT, what).with(LOAD, load);
        }
    }

    /** The library has renamed the cargo's name and its note, made a number of its load and added a day; the host has retyped its duty. */
    static final class New {
        private static final EntityTypeBuilder<Cargo> LIBRARY = EntityType.define("cargo", Cargo::new);
        private static final TextField<Cargo> WHAT =
                LIBRARY.text("what", 40, Trait.REQUIRED, Trait.SEARCHABLE, Trait.UNIQUE, Trait.FORMER);
        private static final TextField<Cargo> LOAD = LIBRARY.text("load", 20, Trait.FORMER);
        private static final BodyField<Cargo, String> NOTE = LIBRARY.longText("note", 500, Trait.FORMER);
        static final TextField<Cargo> TITLE = LIBRARY.text("title", 80, Trait.REQUIRED, Trait.UNIQUE);
        static final OrderedField<Cargo, BigDecimal> TONS = LIBRARY.decimal("tons", 3);
        static final BodyField<Cargo, String> REMARK = LIBRARY.longText("remark", 500);
        static final OrderedField<Cargo, LocalDate> WEIGHED = LIBRARY.date("weighed");
        static final EntityType<Cargo> DEFINED = LIBRARY.renamed(WHAT, TITLE)
                .retyped(
                        LOAD, TONS, New::tons, tons -> tons.stripTrailingZeros().toPlainString() + " t")
                .renamed(NOTE, REMARK)
                .build();

        private static final EntityTypeBuilder<Cargo> HOST = DEFINED.extend();
        private static final TextField<Cargo> DUTY = HOST.text("duty", 20, Trait.FORMER);
        static final OrderedField<Cargo, Long> DUTY_PERCENT = HOST.integer("duty_percent");
        static final EntityType<Cargo> TYPE = HOST.retyped(
                        DUTY, DUTY_PERCENT, duty -> Long.valueOf(duty.replace("%", "")), percent -> percent + "%")
                .build();

        private New() {}

        private static BigDecimal tons(String load) {
            return new BigDecimal(load.replace(" t", ""));
        }
    }

    private CargoVersions() {}
}
