package dev.clientele.core.codec;

import dev.clientele.core.value.NamedValues;
import java.util.Map;

/** Converts values by names that aren't declared, kept in the body as one object. */
public final class NamedValuesCodec extends BodyCodec<NamedValues> {

    /** Creates a codec. */
    public NamedValuesCodec(FieldHeader header) {
        super(header, values -> values, NamedValues::toJson, NamedValuesCodec::read);
    }

    @SuppressWarnings("unchecked") // names of JSON data are text
    static NamedValues read(Object json) {
        return NamedValues.of((Map<String, ?>) json);
    }

    @Override
    boolean isEmptyValue(NamedValues checked) {
        return checked.isEmpty();
    }

    @Override
    String jsonForm() {
        return "an object of names with text, numbers, true or false, or lists of texts";
    }

    @Override
    public String textForm() {
        return "the JSON of an object of names with values";
    }
}
