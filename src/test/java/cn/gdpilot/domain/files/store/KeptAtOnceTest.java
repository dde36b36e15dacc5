package cn.gdpilot.domain.files.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DuplicateKeyException;

/** Two people bring the same new content in the same moment. */
class KeptAtOnceTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("whose row comes second notes the other's, and the file is kept")
    void rowOfTheOther() throws IOException {
        Rows rows = new Rows();
        FileStore store = new FileStore(new LocalFolder(folder), rows, folder);

        FileStore.Stored stored = store.keep(new ByteArrayInputStream("x".getBytes(StandardCharsets.US_ASCII)), 10);

        assertThat(rows.noted).containsExactly(stored.sha256());
        assertThat(store.content(stored.sha256()).exists()).isTrue();
    }

    /** At the first asking the other's row is not seen yet; writing another for it fails. */
    private static final class Rows implements KeptFiles {

        private final List<String> noted = new ArrayList<>();
        private boolean seen;

        @Override
        public void note(String sha256, boolean named, boolean alreadyThere) {
            if (!seen) {
                seen = true;
                throw new DuplicateKeyException(sha256);
            }
            noted.add(sha256);
        }

        @Override
        public boolean name(String sha256) {
            return true;
        }
    }
}
