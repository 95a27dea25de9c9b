package dev.clientele.b2c.identity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of a model as plain data.
 *
 * @param attribute the index of the attribute whose frequencies these are; -1 for all but frequencies, {@link #PROFILE} for how
 *     the values of a source were spread
 * @param data maps, lists, texts and numbers
 */
public record ModelContent(int attribute, Map<String, Object> data) {

    /** In place of an attribute: the spread of a source's values. */
    static final int PROFILE = -2;

    /** Copies the data. */
    public ModelContent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
