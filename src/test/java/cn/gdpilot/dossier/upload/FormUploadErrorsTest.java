package cn.gdpilot.dossier.upload;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.dossier.store.FileStore;
import cn.gdpilot.wording.PageErrors;
import cn.gdpilot.wording.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A form's file that the server could not take in: the person reads which of the three reasons it was. */
class FormUploadErrorsTest {

    @TempDir
    Path folder;

    private FormUploadErrors errors;

    @BeforeEach
    void store() {
        errors = new FormUploadErrors(FileStore.in(folder), new PageErrors());
    }

    @Test
    @DisplayName("more than the disk has room for: to be tried again later, and not the person's fault")
    void noRoom() throws IOException {
        assertThat(refusal(new MultipartException("No space left on device"), Long.MAX_VALUE, 503)).contains("存储空间不足");
    }

    @Test
    @DisplayName("broken off on the way: to be chosen again")
    void brokenOff() throws IOException {
        assertThat(refusal(new MultipartException("Stream ended unexpectedly"), 1000, 400)).contains("上传中断");
    }

    @Test
    @DisplayName("larger than the server takes: to be made smaller")
    void tooLarge() throws IOException {
        assertThat(refusal(new MaxUploadSizeExceededException(1), Long.MAX_VALUE, 400)).contains("文件太大");
    }

    private String refusal(MultipartException failure, long bytes, int status) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public long getContentLengthLong() {
                return bytes;
            }
        };
        MockHttpServletResponse response = new MockHttpServletResponse();
        ExtendedModelMap model = new ExtendedModelMap();

        assertThat(errors.upload(failure, request, model, response)).isEqualTo("refusal");

        assertThat(response.getStatus()).isEqualTo(status);
        return ((Refusal) model.get("refusal")).getMessage();
    }
}
