package dev.clientele.core.entity;

import dev.clientele.core.text.TextRule;
import java.util.Set;

/** Running text, kept in the body as it is. */
final class LongTextField<T> extends BodyField<T, String> {

    LongTextField(String name, TextRule rule, Set<Trait> traits) {
        super(name, traits, value -> rule.check(name, value), text -> text, json -> (String) json);
    }

    @Override
    String toText(String value) {
        return value;
    }

    @Override
    String fromText(String text) {
        return text;
    }
}
