package dev.clientele.core.criteria;

import dev.clientele.core.entity.TypedRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;

/** Values for the fields of {@link Kinds}; null where there is none. */
record Sample(
        UUID id,
        String label,
        String code,
        Set<String> tags,
        Long pieces,
        BigDecimal weight,
        Boolean genuine,
        Double score,
        Instant found,
        LocalDate due,
        Kinds.Grade grade,
        Money price) {

    <T extends TypedRecord<T>> T fill(T blank, Kinds<T> kinds) {
        return blank.with(kinds.label, label)
                .with(kinds.code, code)
                .with(kinds.tags, tags)
                .with(kinds.pieces, pieces)
                .with(kinds.weight, weight)
                .with(kinds.genuine, genuine)
                .with(kinds.score, score)
                .with(kinds.found, found)
                .with(kinds.due, due)
                .with(kinds.grade, grade)
                .with(kinds.price, price);
    }
}
