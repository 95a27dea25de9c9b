package dev.clientele.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorTest {

    static List<ClienteleException> all() {
        return List.of(
                new InvalidException("vessel", List.of(new Violation("name", "is required"))),
                new NotFoundException("vessel", new UUID(0, 1)),
                new StaleVersionException(List.of(new UUID(0, 1)), null),
                new DuplicateException("vessel", "imo", null),
                new DeniedException("vessel", "no"),
                new UnavailableException("busy", null),
                new OutcomeUnknownException("lost", null),
                new StorageSetupException("wrong", null),
                new CorruptException("damaged", null));
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_error_can_be_sent_to_another_process(ClienteleException error) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(error);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isInstanceOf(error.getClass()).hasToString(error.toString());
        }
    }

    @Test
    void only_what_may_pass_is_worth_trying_again() {
        assertThat(all()).filteredOn(ClienteleException::retryable).hasOnlyElementsOfType(UnavailableException.class);
    }

    @Test
    void a_violation_of_the_whole_record_has_no_path() {
        assertThat(InvalidException.of("vessel", "", "is referred to by voyage.vessel"))
                .hasMessage("vessel is invalid: is referred to by voyage.vessel");
    }
}
