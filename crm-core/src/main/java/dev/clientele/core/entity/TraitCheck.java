package dev.clientele.core.entity;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A check that the traits of a declared field make sense for it.
 *
 * @param type the name of the type that declares it
 * @param indexesReferences whether the type's references are indexed: a record's are, an event's aren't
 * @param storesComputed whether computed values of the type can be stored
 */
record TraitCheck(String type, boolean indexesReferences, boolean storesComputed) {

    void require(Field<?, ?> field) {
        boolean column = !field.codec().columns().isEmpty();
        require(field, Trait.UNIQUE, column, "a field with a column");
        require(field, Trait.INDEXED, column, "a field with a column");
        require(field, Trait.SEARCHABLE, field instanceof TextField, "a text");
        require(field, Trait.IDENTIFYING, field instanceof TextSetField, "a set of texts");
        boolean reference = field instanceof ReferenceField;
        boolean toItself =
                field instanceof ReferenceField<?, ?> any && any.target().equals(type);
        require(field, Trait.ACYCLIC, toItself, "a reference to the same type");
        boolean former = field.hasTrait(Trait.FORMER);
        require(
                field,
                Trait.IDENTITY,
                reference && !toItself && !former && indexesReferences,
                "a record's reference to another type");
        boolean free = !former && !field.hasTrait(Trait.REQUIRED) && !field.hasTrait(Trait.UNIQUE);
        require(
                field,
                Trait.COMPUTED,
                column && free && !reference && storesComputed,
                "a record's field with a column that is neither former, required, unique nor a reference");
    }

    private void require(Field<?, ?> field, Trait trait, boolean sensible, String what) {
        checkArgument(
                sensible || !field.hasTrait(trait),
                "%s: the field %s is declared %s, which takes %s",
                type,
                field.name(),
                trait,
                what);
    }
}
