/** The store: a file is kept once under its SHA-256, in a folder or an S3 bucket. */
package cn.gdpilot.domain.files.store;
