package cn.gdpilot.domain.files.store;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * An S3-compatible service that keeps the files.
 *
 * @param bucket   name; empty = files lie in the local folder
 * @param endpoint its address, e.g. https://obs.example; empty = Amazon's own
 * @param region   as the service names it
 * @param key      access key; empty = as the machine's environment says
 * @param secret   that key's secret
 */
@ConfigurationProperties("pilot.store-s3")
record S3Settings(String bucket, String endpoint, String region, String key, String secret) {

    boolean isConfigured() {
        return !bucket.isBlank();
    }

    S3Client client() {
        var client = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(region))
                .credentialsProvider(credentials())
                // Services other than Amazon's know neither newer checksums nor buckets as host names.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .forcePathStyle(!endpoint.isBlank());
        if (!endpoint.isBlank()) {
            client.endpointOverride(URI.create(endpoint));
        }
        return client.build();
    }

    private AwsCredentialsProvider credentials() {
        return key.isBlank()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }
}
