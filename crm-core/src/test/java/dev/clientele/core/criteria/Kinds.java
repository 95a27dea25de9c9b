package dev.clientele.core.criteria;

import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.FieldDeclarations;
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

/** A field of each kind, declared alike for a record type and an event type. */
final class Kinds<T> {

    enum Grade {
        FINE,
        FAIR,
        POOR
    }

    final TextField<T> label;
    final TextField<T> code;
    final TextSetField<T> tags;
    final OrderedField<T, Long> pieces;
    final OrderedField<T, BigDecimal> weight;
    final FlagField<T> genuine;
    final OrderedField<T, Double> score;
    final OrderedField<T, Instant> found;
    final OrderedField<T, LocalDate> due;
    final CodedField<T, Grade> grade;
    final MoneyField<T> price;

    Kinds(FieldDeclarations<T> declare) {
        label = declare.text("label", 40, Trait.SEARCHABLE);
        code = declare.key("code", 40, Trait.INDEXED);
        tags = declare.textSet("tags", 40);
        pieces = declare.integer("pieces", Trait.INDEXED);
        weight = declare.decimal("weight", 2);
        genuine = declare.flag("genuine");
        score = declare.real("score");
        found = declare.instant("found");
        due = declare.date("due");
        grade = declare.choice("grade", Grade.class);
        price = declare.money("price");
    }

    /** The fields by which records can be sorted. */
    List<Field<T, ?>> sortable() {
        return List.of(label, code, pieces, weight, genuine, score, found, due, grade, price);
    }

    /** The fields by which records can be grouped. */
    List<Field<T, ?>> groupable() {
        return List.of(label, code, pieces, weight, genuine, found, due, grade, price.currency());
    }
}
