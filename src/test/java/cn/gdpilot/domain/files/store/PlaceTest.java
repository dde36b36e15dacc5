package cn.gdpilot.domain.files.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import com.robothy.s3.rest.LocalS3;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import software.amazon.awssdk.services.s3.S3Client;

/** The store, on a folder and on an S3 service: the same in both. */
class PlaceTest {

    private static final int LIMIT = 10 << 20;

    @TempDir
    static Path folder;

    private static LocalS3 service;
    private static S3Bucket bucket;
    private static S3Bucket unreachable;

    @BeforeAll
    static void startService() throws IOException {
        int port = freePort();
        service = LocalS3.builder().port(port).build();
        service.start();
        S3Client client = settings(port).client();
        client.createBucket(create -> create.bucket("materials"));
        bucket = new S3Bucket(client, "materials");
        unreachable = new S3Bucket(settings(freePort()).client(), "materials");
    }

    @AfterAll
    static void stopService() {
        service.shutdown();
    }

    static Stream<FileStore> stores() {
        return Stream.of(
                FileStore.in(folder.resolve("local")),
                new FileStore(bucket, KeptFiles.NOT_COUNTED, folder.resolve("beside-s3")));
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("what is kept is read back, whole and from the middle, and nothing half is left beside it")
    void keptAndRead(FileStore store) throws IOException {
        byte[] content = bytes(3 << 20);

        FileStore.Stored stored = store.keep(new ByteArrayInputStream(content), LIMIT);

        Resource read = store.content(stored.sha256());
        assertThat(read.exists()).isTrue();
        assertThat(read.contentLength()).isEqualTo(content.length);
        assertThat(read.getContentAsByteArray()).isEqualTo(content);
        try (InputStream middle = read.getInputStream()) {
            assertThat(middle.skip(1_000_000)).isEqualTo(1_000_000);
            assertThat(middle.readNBytes(10)).isEqualTo(Arrays.copyOfRange(content, 1_000_000, 1_000_010));
        }
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(file -> file.getParent().endsWith("incoming")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("the same content again is kept once; what is not there is said to be not there")
    void sameAgain(FileStore store) throws IOException {
        byte[] content = bytes(1000);
        String first = store.keep(new ByteArrayInputStream(content), LIMIT).sha256();

        assertThat(store.keep(new ByteArrayInputStream(content), LIMIT).sha256())
                .isEqualTo(first);
        assertThat(store.content("0".repeat(64)).exists()).isFalse();
        assertThat(store.size("0".repeat(64))).isEmpty();
    }

    @Test
    @DisplayName("an S3 service that is down: the person is told, and what came is still there")
    void down() throws IOException {
        FileStore store = new FileStore(unreachable, KeptFiles.NOT_COUNTED, folder.resolve("beside-nothing"));

        try (Incoming arrived = store.receive(new ByteArrayInputStream(bytes(10)), LIMIT)) {
            assertThatThrownBy(() -> store.keep(arrived))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("存储空间");
            assertThat(arrived.path()).exists();
        }
    }

    private static S3Settings settings(int port) {
        return new S3Settings("materials", "http://127.0.0.1:" + port, "us-east-1", "key", "secret");
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
