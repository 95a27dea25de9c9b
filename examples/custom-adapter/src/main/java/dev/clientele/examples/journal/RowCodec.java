package dev.clientele.examples.journal;

import dev.clientele.persistence.CorruptDataException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The codec of changes of rows as JSON, so that a journal can be read without the program. The contract's records need no
 * help; a value whose class JSON doesn't tell has the class's name beside it, and no classes but these are ever made.
 */
final class RowCodec {

    private static final TypeReference<Map<String, @Nullable Object>> CHANGES = new TypeReference<>() {};

    private static final BasicPolymorphicTypeValidator CLASSES = BasicPolymorphicTypeValidator.builder()
            .allowIfSubType("dev.clientele.persistence.")
            .allowIfSubType("java.lang.Long")
            .allowIfSubType("java.math.BigDecimal")
            .allowIfSubType("java.time.")
            .allowIfSubType("java.util.")
            .build();

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // declared before fields could be computed
            .activateDefaultTyping(CLASSES, DefaultTyping.JAVA_LANG_OBJECT)
            .build();

    private RowCodec() {}

    static byte[] encode(Map<String, @Nullable Object> changes) {
        return JSON.writerFor(CHANGES).writeValueAsBytes(changes);
    }

    static Map<String, @Nullable Object> decode(byte[] bytes) {
        try {
            return JSON.readValue(bytes, CHANGES);
        } catch (JacksonException e) {
            throw new CorruptDataException("a transaction in the journal can't be understood", e);
        }
    }
}
