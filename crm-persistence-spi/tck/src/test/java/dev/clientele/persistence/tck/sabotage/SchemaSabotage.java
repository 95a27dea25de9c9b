package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.SchemaException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adapters that handle the schema carelessly. */
final class SchemaSabotage {

    private SchemaSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                Sabotage.storage("S1", "opens sessions without a schema", "Schemas", ReadyFromTheStart::new),
                migrating("S1", "has steps left after apply", AlwaysMore::new),
                migrating("S1", "applies when only asked to validate", AppliesOnValidate::new),
                migrating("S1", "changes the database while planning", PlanningApplies::new),
                Sabotage.storage("S1", "cuts long names", "Schemas", CutsNames::new),
                Sabotage.storage("S2", "starts anew with each schema", "Schemas", StartsAnew::new),
                Sabotage.storage("S2", "drops what is no longer declared", "Schemas", DropsRetired::new),
                Sabotage.storage("S3", "takes any change of schema", "Schemas", TakesAnyChange::new));
    }

    private static Sabotage migrating(String rule, String name, BiFunction<Storage, Schema, Migration> migration) {
        return Sabotage.storage(rule, name, "Schemas", storage -> new ForwardingStorage(storage) {
            @Override
            public Migration migration(Schema schema) {
                return migration.apply(inner, schema);
            }
        });
    }

    private static class ForwardingMigration implements Migration {
        final Migration inner;

        ForwardingMigration(Migration inner) {
            this.inner = inner;
        }

        @Override
        public List<Step> steps() {
            return inner.steps();
        }

        @Override
        public void apply() {
            inner.apply();
        }

        @Override
        public void validate() {
            inner.validate();
        }
    }

    private static final class AlwaysMore extends ForwardingMigration {
        AlwaysMore(Storage storage, Schema schema) {
            super(storage.migration(schema));
        }

        @Override
        public List<Step> steps() {
            return List.of(new Step("create everything", ""));
        }
    }

    private static final class AppliesOnValidate extends ForwardingMigration {
        AppliesOnValidate(Storage storage, Schema schema) {
            super(storage.migration(schema));
        }

        @Override
        public void validate() {
            inner.apply();
        }
    }

    private static final class PlanningApplies extends ForwardingMigration {
        PlanningApplies(Storage storage, Schema schema) {
            super(storage.migration(schema));
        }

        @Override
        public List<Step> steps() {
            List<Step> steps = inner.steps();
            inner.apply();
            return steps;
        }
    }

    private static final class ReadyFromTheStart extends ForwardingStorage {
        ReadyFromTheStart(Storage inner) {
            super(inner);
            inner.migration(new Schema(List.of(), List.of())).apply();
        }
    }

    /** Keeps 30 characters of a field's name, as a database with short identifiers might. */
    private static final class CutsNames extends ForwardingStorage {
        CutsNames(Storage inner) {
            super(inner);
        }

        @Override
        public Migration migration(Schema schema) {
            boolean tooLong = schema.documents().stream()
                            .flatMap(type -> type.fields().stream())
                            .map(DeclaredField::name)
                            .map(name -> name.substring(0, Math.min(30, name.length())))
                            .distinct()
                            .count()
                    < schema.documents().stream()
                            .flatMap(type -> type.fields().stream())
                            .map(DeclaredField::name)
                            .distinct()
                            .count();
            if (tooLong) {
                throw new SchemaException("two columns of one name", null);
            }
            return inner.migration(schema);
        }
    }

    /** Opens a new storage for each schema that isn't the one before. */
    private static class StartsAnew extends ForwardingStorage {
        private Storage current;
        private @Nullable Schema schema;

        StartsAnew(Storage inner) {
            super(inner);
            this.current = inner;
        }

        boolean isAnother(Schema before, Schema after) {
            return !before.equals(after);
        }

        @Override
        public Migration migration(Schema next) {
            Storage candidate = schema != null && isAnother(schema, next) ? MemoryStorage.create() : current;
            return new ForwardingMigration(candidate.migration(next)) {
                @Override
                public void apply() {
                    inner.apply();
                    current = candidate;
                    schema = next;
                }
            };
        }

        @Override
        public StorageSession read(TenantId tenant) {
            return current.read(tenant);
        }

        @Override
        public StorageSession write(TenantId tenant) {
            return current.write(tenant);
        }
    }

    private static final class TakesAnyChange extends StartsAnew {
        TakesAnyChange(Storage inner) {
            super(inner);
        }
    }

    /** Forgets the values of fields that a schema leaves out. */
    private static final class DropsRetired extends ForwardingStorage {
        private final Set<String> dropped = new HashSet<>();
        private @Nullable Schema schema;

        DropsRetired(Storage inner) {
            super(inner);
        }

        @Override
        public Migration migration(Schema next) {
            return new ForwardingMigration(inner.migration(next)) {
                @Override
                public void apply() {
                    inner.apply();
                    if (schema != null) {
                        fields(schema)
                                .filter(name -> fields(next).noneMatch(name::equals))
                                .forEach(dropped::add);
                    }
                    schema = next;
                }
            };
        }

        private static Stream<String> fields(Schema schema) {
            return schema.documents().stream()
                    .map(DocumentType::fields)
                    .flatMap(List::stream)
                    .map(DeclaredField::name);
        }

        @Override
        public StorageSession read(TenantId tenant) {
            return new ForwardingSession(inner.read(tenant)) {
                @Override
                public List<Document> findAll(String type, Collection<UUID> ids) {
                    return inner.findAll(type, ids).stream()
                            .map(document -> {
                                Map<String, Object> fields = new TreeMap<>(document.fields());
                                fields.keySet().removeAll(dropped);
                                return DocumentSabotage.fields(document, fields);
                            })
                            .toList();
                }
            };
        }
    }
}
