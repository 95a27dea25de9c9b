package dev.clientele.core.codec;

/**
 * The name of a field and the traits that its stored form depends on.
 *
 * @param name the name in lower case with underscores
 * @param required whether every stored record has a value
 * @param personal whether its values are personal data, which are masked
 * @param computed whether a machine keeps its values, apart from what people write
 */
public record FieldHeader(String name, boolean required, boolean personal, boolean computed) {}
