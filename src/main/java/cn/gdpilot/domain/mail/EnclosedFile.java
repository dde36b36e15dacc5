package cn.gdpilot.domain.mail;

import jakarta.activation.DataSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * A file of the store that goes with a mail, whose kind is told by the name that the reader sees.
 *
 * @param name  name
 * @param file  content
 * @param going told again and again while it goes out
 */
record EnclosedFile(String name, Resource file, Runnable going) implements DataSource {

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(file.getInputStream()) {
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                going.run();
                return super.read(bytes, from, length);
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        throw new UnsupportedOperationException("Only read");
    }

    @Override
    public String getContentType() {
        return MediaTypeFactory.getMediaType(name)
                .orElse(MediaType.APPLICATION_OCTET_STREAM)
                .toString();
    }

    @Override
    public String getName() {
        return name;
    }
}
