package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.CargoVersions.Cargo;
import dev.clientele.core.CargoVersions.New;
import dev.clientele.core.CargoVersions.Old;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.error.StorageSetupException;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Migration.Retained;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.jdbc.H2Storage;
import dev.clientele.testing.DatabaseKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A host changes its database with a tool of its own, by the script that the library prints. */
class MigrationScriptTest extends StoredTest {

    private Path place;

    @BeforeEach
    void an_empty_place() throws IOException {
        place = Files.createDirectory(folder.resolve("place"));
    }

    private static CrmBuilder program(Storage on, EntityType<?> type) {
        return Crm.on(on).type(type).type(Vessel.TYPE).type(Sighting.TYPE);
    }

    /** Runs the script as a host's tool does. */
    private void run(String script) throws SQLException {
        String url = switch (database) {
            case SQLITE -> "jdbc:sqlite:" + database.place(place);
            case POSTGRES -> database.place(place);
            case H2 -> H2Storage.url(place.resolve("crm"));
            case MEMORY -> throw new IllegalStateException("there is nothing to connect to");
        };
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    @Test
    void an_empty_database_made_by_the_script_is_found_complete() throws SQLException {
        Assumptions.assumeTrue(database != DatabaseKind.MEMORY, "memory has no language");
        try (Storage storage = database.open(place)) {
            run(program(storage, New.TYPE).migration().script());

            Crm started = program(storage, New.TYPE).validateSchemaOnly().build();

            assertThat(started.migration().steps()).isEmpty();
            started.session(ACME, Actor.user("alice"))
                    .repository(New.TYPE)
                    .add(New.TYPE.newEntity().with(New.TITLE, "Ore"));
        }
    }

    @Test
    void an_older_database_changed_by_the_script_is_found_complete_and_keeps_what_it_holds() throws SQLException {
        Assumptions.assumeTrue(database != DatabaseKind.MEMORY, "memory has no language");
        try (Storage older = database.open(place)) {
            program(older, Old.TYPE)
                    .build()
                    .session(ACME, Actor.user("alice"))
                    .repository(Old.TYPE)
                    .add(Old.cargo("Ore", "12.5 t"));
        }
        try (Storage storage = database.open(place)) {
            CrmBuilder newer = program(storage, New.TYPE).validateSchemaOnly();
            assertThatThrownBy(newer::build).isInstanceOf(StorageSetupException.class);
            run(newer.migration().script());

            var cargoes = newer.build().session(ACME, Actor.user("alice")).repository(New.TYPE);

            assertThat(cargoes.all().page(1).items())
                    .extracting(cargo -> cargo.get(New.TITLE))
                    .containsExactly("Ore");
        }
    }

    @Test
    void the_plan_is_there_before_anything_is_changed_and_changes_nothing() {
        try (Storage storage = database.open(place)) {
            Migration plan = program(storage, Old.TYPE).migration();

            assertThat(plan.steps()).extracting(Migration.Step::description).anyMatch(step -> step.contains("cargo"));
            assertThat(plan.script())
                    .startsWith("-- ")
                    .contains(plan.steps().get(plan.steps().size() - 1).description());
            assertThatThrownBy(() ->
                            program(storage, Old.TYPE).validateSchemaOnly().build())
                    .isInstanceOf(StorageSetupException.class);
        }
    }

    @Test
    void a_declaration_that_was_dropped_is_told_with_whether_its_column_holds_values() {
        EntityTypeBuilder<Cargo> declare = EntityType.define("cargo", Cargo::new);
        declare.text("what", 40);
        EntityType<Cargo> dropped = declare.build();
        Assumptions.assumeTrue(database != DatabaseKind.MEMORY, "what is in memory can't be opened again");
        try (Storage older = database.open(place)) {
            program(older, Old.TYPE)
                    .type(Voyage.TYPE)
                    .build()
                    .session(ACME, Actor.user("alice"))
                    .repository(Old.TYPE)
                    .add(Old.cargo("Ore", "12.5 t"));
        }
        try (Storage storage = database.open(place)) {
            Migration plan = program(storage, dropped).migration();

            assertThat(plan.retained())
                    .contains(
                            new Retained("cargo", "load", true),
                            new Retained("cargo", "duty", false),
                            new Retained("voyage", "", false));
            assertThat(plan.script())
                    .contains("-- retained: field load of cargo, which isn't declared and holds values\n")
                    .contains("-- retained: type voyage, which isn't declared and holds nothing\n");
        }
    }

    @Test
    void what_a_program_on_the_same_storage_declares_is_retained_for_nobody() {
        openAlone();
        Crm one = program(storage, Old.TYPE).build();

        assertThat(one.migration().steps()).isEmpty();
        assertThat(one.migration().retained()).isEmpty();
        assertThat(one.migration().script()).isEmpty();
    }
}
