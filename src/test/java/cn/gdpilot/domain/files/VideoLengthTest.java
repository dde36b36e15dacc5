package cn.gdpilot.domain.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R2.12 the length is read where the file is whole; a person watches everything else. */
class VideoLengthTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("R2.12 a whole video tells its length, also with few bytes behind its last box")
    void whole() throws IOException {
        byte[] video = video();

        assertThat(seconds(video)).hasValue(330);
        assertThat(seconds(Arrays.copyOf(video, video.length + 5))).hasValue(330);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 20, 100, 3000, 4340, 20_000, 44_362})
    @DisplayName("R2.12 a video that was cut off has no length, though its header says one")
    void cutOff(int bytes) throws IOException {
        assertThat(seconds(Arrays.copyOf(video(), bytes))).isEmpty();
    }

    @Test
    @DisplayName("R2.12 a movie header that says another length than the tracks is not believed")
    void contradicts() throws IOException {
        byte[] video = video();
        int header = new String(video, StandardCharsets.ISO_8859_1).indexOf("mvhd");
        ByteBuffer.wrap(video).putInt(header + 20, 400_000);

        assertThat(seconds(video)).isEmpty();
        ByteBuffer.wrap(video).putInt(header + 20, 331_500);
        assertThat(seconds(video)).as("sound and picture end apart").hasValue(331);
    }

    @Test
    @DisplayName("R2.12 a box that claims more than there is gives no length, and costs no memory")
    void falseClaims() throws IOException {
        byte[] claim = ByteBuffer.allocate(16)
                .putInt(1)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .putLong(Long.MAX_VALUE)
                .array();
        byte[] video = video();
        byte[] both = Arrays.copyOf(video, video.length + claim.length);
        System.arraycopy(claim, 0, both, video.length, claim.length);

        assertThat(seconds(both)).isEmpty();
    }

    private OptionalInt seconds(byte[] content) throws IOException {
        return VideoLength.seconds(Files.write(folder.resolve("video.mp4"), content));
    }

    private static byte[] video() throws IOException {
        return Files.readAllBytes(Path.of("src/samples/materials/video-330s.mp4"));
    }
}
