package dev.clientele.core.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.error.ViolationCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.Serializers;

/**
 * Value types that have a text form are written as that text: a class with a public static {@code parse} of one text that
 * returns the class reads what its {@code toString} writes. That covers ids, money, times and the library's own values
 * without naming any of them.
 */
final class TextFormModule {

    private TextFormModule() {}

    static SimpleModule create() {
        return new SimpleModule("text-forms") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addSerializers(new TextFormSerializers());
                context.addDeserializers(new TextFormDeserializers());
            }
        };
    }

    private static Optional<Method> parser(Class<?> type) {
        if (type == CurrencyUnit.class) {
            return find(type, "of");
        }
        return find(type, "parse");
    }

    private static Optional<Method> find(Class<?> type, String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name)
                        && Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isAssignableFrom(String.class)
                        && method.getReturnType() == type)
                .findFirst();
    }

    private static final class TextFormSerializers extends Serializers.Base {
        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                JsonFormat.@Nullable Value format) {
            return parser(type.getRawClass()).isPresent() ? new TextFormSerializer() : null;
        }
    }

    private static final class TextFormSerializer extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(value.toString());
        }
    }

    private static final class TextFormDeserializers extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return parser(type.getRawClass()).map(TextFormDeserializer::new).orElse(null);
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return parser(type).isPresent();
        }
    }

    private static final class TextFormDeserializer extends ValueDeserializer<Object> {
        private final Method parse;

        TextFormDeserializer(Method parse) {
            this.parse = parse;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return parse.invoke(null, parser.getString());
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof InvalidValueException own
                        ? own
                        : new InvalidValueException(
                                "",
                                ViolationCode.FORM,
                                "must be the text of a "
                                        + parse.getDeclaringClass().getSimpleName());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(parse + " must be public in an exported package", e);
            }
        }
    }
}
