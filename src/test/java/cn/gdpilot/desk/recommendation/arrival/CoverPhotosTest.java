package cn.gdpilot.desk.recommendation.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.papers.print.QrCode;
import cn.gdpilot.domain.text.Refusal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

/** R4.2 what the counter photographs is read on the server, and each photograph is answered in words. */
class CoverPhotosTest {

    private static final String CODE = "GDPILOT|2026|city-440900|PAPER|3|";

    @Test
    @DisplayName("R4.2 the code on a cover is read; the same on two photographs is one code")
    void covers() {
        CoverPhotos read = CoverPhotos.of(List.of(photo("甲.png", QrCode.png(CODE)), photo("乙.png", QrCode.png(CODE))));

        assertThat(read.codes()).containsExactly(CODE);
        assertThat(read.words()).hasSize(2).allMatch(words -> words.contains("找到 1 个二维码"));
    }

    @Test
    @DisplayName("what is no picture is told with its name, and the others are read all the same")
    void noPicture() {
        CoverPhotos read =
                CoverPhotos.of(List.of(photo("说明.txt", "不是照片".getBytes()), photo("甲.png", QrCode.png(CODE))));

        assertThat(read.codes()).containsExactly(CODE);
        assertThat(read.words().get(0)).contains("说明.txt").contains("JPG 或 PNG");
    }

    @Test
    @DisplayName(
            "a damaged picture, one too large, and more than can be read at once are told of; none chosen is nothing")
    void limits() {
        byte[] damaged = java.util.Arrays.copyOf(QrCode.png(CODE), 60);
        assertThat(CoverPhotos.of(List.of(photo("坏.png", damaged))).words().get(0))
                .contains("不是能识别的照片");
        assertThat(CoverPhotos.of(List.of(photo("大.png", new byte[(20 << 20) + 1])))
                        .words()
                        .get(0))
                .contains("超过 20 MB");
        assertThatThrownBy(() -> CoverPhotos.of(Collections.nCopies(21, photo("甲.png", damaged))))
                .isInstanceOf(Refusal.class);
        assertThat(CoverPhotos.of(null).words()).isEmpty();
    }

    private static MultipartFile photo(String name, byte[] content) {
        return new MockMultipartFile("photos", name, "image/png", content);
    }
}
