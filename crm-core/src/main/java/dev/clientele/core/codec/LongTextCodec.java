package dev.clientele.core.codec;

import dev.clientele.core.text.TextRule;

/** Converts running text, kept in the body as it is. */
public final class LongTextCodec extends BodyCodec<String> {

    /** Creates a codec for texts that keep to a rule. */
    public LongTextCodec(FieldHeader header, TextRule rule) {
        super(header, value -> rule.check(header.name(), value), text -> text, json -> (String) json);
    }

    @Override
    public String toText(String value) {
        return value;
    }

    @Override
    public String fromText(String text) {
        return text;
    }
}
