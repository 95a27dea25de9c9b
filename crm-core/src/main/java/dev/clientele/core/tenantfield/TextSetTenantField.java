package dev.clientele.core.tenantfield;

import dev.clientele.core.codec.FieldHeader;
import dev.clientele.core.codec.TextSetCodec;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.text.TextRule;
import dev.clientele.core.value.NamedValues;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to a field of a tenant that holds a set of texts.
 *
 * @param <T> the record type
 */
public final class TextSetTenantField<T extends Entity<T>> extends TenantFieldHandle<T, Set<String>> {

    private static final TextSetCodec TEXT =
            new TextSetCodec(new FieldHeader("texts", false, false, false), TextRule.key(NamedValues.MAX_TEXT));

    TextSetTenantField(BodyField<T, NamedValues> field, String name) {
        super(field, name, texts -> texts, TextSetTenantField::read, TEXT::fromText);
    }

    @Override
    String text(Object kept) {
        return TEXT.toText(new TreeSet<>(Objects.requireNonNull(read(kept))));
    }

    private static @Nullable Set<String> read(Object kept) {
        if (!(kept instanceof Set<?> elements)) {
            return null;
        }
        Set<String> texts = new TreeSet<>();
        elements.forEach(element -> texts.add((String) element));
        return Set.copyOf(texts);
    }

    /** Returns criteria for the records whose set has this text. */
    public Criteria has(String text) {
        return Criteria.has(criteriaName(), text);
    }

    /** Returns criteria for the records whose set has at least one of these texts. */
    public Criteria hasAny(Collection<String> texts) {
        return Criteria.hasAny(criteriaName(), texts);
    }
}
