package cn.gdpilot.domain.files.store;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of an S3-compatible service. It says itself, by the hash that goes with a file, whether the file arrived whole. */
class S3Bucket implements Place {

    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final String bucket;

    S3Bucket(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(Path file, String sha256) throws IOException {
        if (size(sha256).orElse(-1) != Files.size(file)) {
            String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
            try {
                s3.putObject(
                        put -> put.bucket(bucket).key(key(sha256)).checksumSHA256(checksum),
                        RequestBody.fromFile(file));
            } catch (SdkException e) {
                throw new IOException(e);
            }
        }
        Files.delete(file);
    }

    @Override
    public OptionalLong size(String sha256) throws IOException {
        try {
            return OptionalLong.of(
                    s3.headObject(head -> head.bucket(bucket).key(key(sha256))).contentLength());
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return OptionalLong.empty();
            }
            throw new IOException(e);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public InputStream open(String sha256, long from) throws IOException {
        try {
            return new Abandoned(
                    s3.getObject(get -> get.bucket(bucket).key(key(sha256)).range("bytes=" + from + "-")));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                throw new FileNotFoundException(sha256);
            }
            throw new IOException(e);
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void remove(String sha256) throws IOException {
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(key(sha256)));
        } catch (SdkException e) {
            throw new IOException(e);
        }
    }

    private static String key(String sha256) {
        return sha256.substring(0, 2) + "/" + sha256;
    }

    /** Ends the transfer when it is closed early; the client would read the rest first. */
    private static final class Abandoned extends FilterInputStream {

        private final ResponseInputStream<?> content;

        private Abandoned(ResponseInputStream<?> content) {
            super(content);
            this.content = content;
        }

        @Override
        public void close() {
            content.abort();
        }
    }
}
