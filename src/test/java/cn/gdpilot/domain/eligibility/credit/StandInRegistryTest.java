package cn.gdpilot.domain.eligibility.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.eligibility.credit.CreditAnswer.State;
import cn.gdpilot.domain.text.ReferenceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInRegistryTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "switched on {0}, code {1}: {2}, {3}")
    @CsvSource({
        "true,  A, DISHONEST,   true",
        "true,  B, UNAVAILABLE, true",
        "true,  C, CLEAN,       true",
        "false, A, UNAVAILABLE, false",
        "false, C, UNAVAILABLE, false"
    })
    @DisplayName("R2.3 a code asked for → as the list says, else clean; switched off → none")
    void asked(boolean on, String code, State state, boolean standIn) throws IOException {
        Files.writeString(folder.resolve("credit-stand-in.csv"), "code,answer\nA,DISHONEST\nB,UNAVAILABLE\n");
        StandInRegistry registry = new StandInRegistry(new ReferenceFiles(folder), on);

        CreditAnswer answer = registry.look(code);

        assertThat(answer.state()).isEqualTo(state);
        assertThat(answer.words()).isNotBlank();
        assertThat(registry.name().equals(new StandInRegistry(new ReferenceFiles(folder), true).name()))
                .isEqualTo(standIn);
    }
}
