/** A subject of plastic surgery that sessions are made of, with the category it is browsed by. */
export interface PlasticsTopic {
  name: string;
  category: PlasticsCategory;
  /** Whether sessions about it carry patient-safety credit beside Category 1. */
  isSafety: boolean;
}

export const PLASTICS_CATEGORIES = [
  'Aesthetic',
  'Breast',
  'Craniomaxillofacial',
  'Hand and Nerve',
  'Reconstructive',
  'Gender Affirmation',
  'Research and Technology',
  'Practice Management',
] as const;

export type PlasticsCategory = (typeof PLASTICS_CATEGORIES)[number];

const topics = (
  category: PlasticsCategory,
  plain: readonly string[],
  safety: readonly string[],
): PlasticsTopic[] => [
  ...plain.map((name) => ({ name, category, isSafety: false })),
  ...safety.map((name) => ({ name, category, isSafety: true })),
];

export const PLASTICS_TOPICS: readonly PlasticsTopic[] = [
  ...topics(
    'Aesthetic',
    [
      'Deep-Plane Facelift',
      'Preservation Rhinoplasty',
      'Lower Eyelid Blepharoplasty',
      'Brow Shaping',
      'Neck Contouring Beyond the Platysma',
      'Secondary Rhinoplasty',
      'Lip Lift and Perioral Rejuvenation',
      'Abdominoplasty After Weight Loss',
    ],
    [
      'Gluteal Fat Grafting Under Ultrasound',
      'Fillers and Vascular Occlusion',
      'Thromboembolism in Body Contouring',
    ],
  ),
  ...topics(
    'Breast',
    [
      'Prepectoral Implant Reconstruction',
      'Nipple-Sparing Mastectomy',
      'Robotic Flap Harvest in the Breast',
      'Augmentation Mastopexy',
      'Fat Grafting to the Reconstructed Breast',
      'Neurotized Autologous Reconstruction',
      'Tuberous Breast Deformity',
      'Revision After Augmentation',
    ],
    [
      'Breast Implant Illness and Explantation',
      'Implant-Associated Lymphoma',
      'Radiation and the Reconstructed Breast',
    ],
  ),
  ...topics(
    'Craniomaxillofacial',
    [
      'Primary Cleft Lip Repair',
      'Cleft Palate and Speech',
      'Endoscopic Craniosynostosis Repair',
      'Virtual Planning in Orthognathic Surgery',
      'Facial Reanimation',
      'Secondary Orbital Reconstruction',
      'Microtia and Auricular Reconstruction',
    ],
    ['The Difficult Pediatric Airway', 'Facial Trauma Under Anticoagulation'],
  ),
  ...topics(
    'Hand and Nerve',
    [
      'Thumb Basal Joint Arthritis',
      'Nerve Transfers in Tetraplegia',
      'Flexor Tendon Repair Wide Awake',
      'Scapholunate Instability',
      'Targeted Muscle Reinnervation',
      'Migraine and Trigger-Site Surgery',
      'Replantation in Adults and Children',
      'Dupuytren Disease',
    ],
    ['Opioid-Sparing Hand Surgery', 'Compartment Syndrome of the Forearm'],
  ),
  ...topics(
    'Reconstructive',
    [
      'Perforator Flaps of the Lower Limb',
      'Abdominal Wall Reconstruction',
      'Lymphovenous Bypass',
      'Head and Neck Free Flaps',
      'Chest Wall Reconstruction',
      'Scalp and Calvarial Defects',
      'Burn Scars, Lasers and Grafts',
      'Sarcoma Defects of the Limbs',
    ],
    ['Free Flap Monitoring at Night', 'Surgical Site Infection Bundles', 'Pressure Injuries in Hospital'],
  ),
  ...topics(
    'Gender Affirmation',
    [
      'Facial Feminization',
      'Masculinizing Chest Surgery',
      'Phalloplasty and Urethral Reconstruction',
      'Vaginoplasty and Its Revisions',
    ],
    ['Perioperative Hormone Therapy'],
  ),
  ...topics(
    'Research and Technology',
    [
      'Machine Vision in Flap Perfusion',
      'Robotics in Microsurgery',
      'Patient-Reported Outcomes',
      'Three-Dimensional Printing at the Bedside',
      'Tissue Engineering of Cartilage',
      'Large Registries and Small Effects',
      'Exosomes: Claims and Evidence',
    ],
    ['Safety Signals in Device Registries'],
  ),
  ...topics(
    'Practice Management',
    [
      'Coding and Prior Authorization',
      'Contracts for the First Five Years',
      'The Surgeon as Employer',
      'Social Media Without Regrets',
      'Ergonomics for a Long Career',
      'Advocacy in Your State House',
    ],
    ['Office-Based Surgery and Accreditation', 'Disclosure After an Adverse Event', 'Burnout and Error'],
  ),
];

export const COMMITTEES: readonly string[] = [
  'Bylaws Committee',
  'Coding and Payment Policy Committee',
  'Curriculum Committee',
  'Ethics Committee',
  'Finance and Investment Committee',
  'Government Affairs Committee',
  'Health Policy Committee',
  'Humanitarian Outreach Committee',
  'Membership Committee',
  'Nominating Committee',
  'Patient Safety Committee',
  'Program Committee',
  'Quality and Performance Measurement Committee',
  'Residents Council',
  'Women Plastic Surgeons Steering Committee',
  'Young Plastic Surgeons Steering Committee',
];

export const INDUSTRY_PROGRAMS: readonly string[] = [
  'Breakfast Symposium: Acellular Matrices in Practice',
  'Lunch Symposium: Energy Devices for the Neck',
  'Breakfast Symposium: Next-Generation Tissue Expanders',
  'Lunch Symposium: A Suture for Every Layer',
  'Breakfast Symposium: Imaging Agents in the Operating Room',
  'Lunch Symposium: Neuromodulators Beyond the Forehead',
  'Breakfast Symposium: Software for the Consultation',
  'Lunch Symposium: Negative Pressure at Home',
];
