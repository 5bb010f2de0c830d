export interface CertificateData {
  title: string;
}
